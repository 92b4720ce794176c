/** Emergency numbers: they are the same in the whole country, so they are not part of a county's content. */

/** A line with its name, and a picture for people who cannot read. */
export interface UrgentLine {
  phone: string;
  name: string;
  icon: string;
}

/** Police, fire, ambulance; by the 电信网编号计划 (工业和信息化部, 2017). */
export const urgentLines: readonly UrgentLine[] = [
  { phone: '110', name: '报警', icon: 'siren' },
  { phone: '119', name: '火警', icon: 'flame' },
  { phone: '120', name: '急救', icon: 'ambulance' },
];
