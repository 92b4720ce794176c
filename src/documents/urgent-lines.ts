/** For what cannot wait: numbers that are the same in the whole country, and so are no content of a county. */

/** A line, as it is called, with a picture for who cannot read. */
export interface UrgentLine {
  phone: string;
  name: string;
  icon: string;
}

/** Police, fire, ambulance; after the 电信网编号计划 (工业和信息化部, 2017). */
export const urgentLines: readonly UrgentLine[] = [
  { phone: '110', name: '报警', icon: 'siren' },
  { phone: '119', name: '火警', icon: 'flame' },
  { phone: '120', name: '急救', icon: 'ambulance' },
];
