/**
 * How closely a policy's sheet is set: it is one page of A4 whatever an editor wrote. Longer texts are set smaller,
 * and the longest leave the details of the steps to the page behind the QR code.
 */
import type { PolicyData } from '../schema/policies.ts';
import { countCharacters } from '../schema/written.ts';

/** Characters that fit the sheet at 13, 11 and 8.5 points; measured on A4 with margins of 10 mm. */
const FITS = { large: 620, normal: 900, small: 1500 } as const;
/** What the unfilled end of a line takes, in characters. */
const LINE_BEGUN = 8;

export interface SheetSetting {
  print: keyof typeof FITS;
  /** Whether the steps are told in full, or by their titles alone. */
  hasDetails: boolean;
}

/** The setting for a policy. */
export function sheetSetting(data: PolicyData): SheetSetting {
  const size = lengthOf(data);
  const print = size <= FITS.large ? 'large' : size <= FITS.normal ? 'normal' : 'small';
  return { print, hasDetails: size <= FITS.small };
}

/** Characters of what stands in the columns. */
function lengthOf({ eligibility, exclusions = [], benefit, steps, documents }: PolicyData): number {
  const told = steps.map(({ title, detail = '', where = '' }) => title + detail + where);
  const items = [...eligibility, ...exclusions, ...benefit, ...told, ...documents];
  return items.reduce((sum, item) => sum + countCharacters(item) + LINE_BEGUN, 0);
}
