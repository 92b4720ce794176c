/** Mobile numbers: 11 digits that begin with an assigned prefix (工业和信息化部, 号码资源). */
import type { DigitRun } from './digit-groups.ts';
import { isAmount, isColumn, isPieceOfWord, isSerial } from './surroundings.ts';
import { grouping, groupsOf, isCounting, isOneNumber, isRound, type Window, windowAt } from './windows.ts';

const MOBILE = /^(?:0086|86|0)?(1(?:3\d|4[014-9]|5[0-35-9]|6[2567]|7[0-8]|8\d|9[0-35-9])\d{8})$/;

/** Whether digits are a mobile number without a dialling prefix. */
export function isMobile(digits: string): boolean {
  return digits.length === 11 && MOBILE.test(digits) && digits !== SERVICE && !/0{6}$/.test(digits);
}

const USUAL = /^(?:[124]-)?3-4-4$/;
/** Without a prefix, and with 0, 86 and 0086. */
const LENGTHS = [11, 12, 13, 15];
/** The service number of China Mobile for topping up. */
const SERVICE = '13800138000';

/** A mobile number: its 11 digits, and its end. */
export interface MobileNumber {
  digits: string;
  end: number;
}

/** The mobile number that begins with the group at `from` of a run; undefined if none does. */
export function mobileNumberAt(
  text: string,
  run: DigitRun,
  from: number,
  isRecords: boolean,
): MobileNumber | undefined {
  for (const length of LENGTHS) {
    const window = windowAt(run, from, length);
    const [, digits] = MOBILE.exec(window?.digits ?? '') ?? [];
    if (window === undefined || digits === undefined || digits === SERVICE || /0{6}$/.test(digits)) continue;
    const { start, end } = window;
    if (
      !isOneNumber(window, USUAL, isRecords) ||
      isDateOrHost(window) ||
      isRound(window) ||
      isCounting(window)
    )
      continue;
    if (isSerial(text, start) || isAmount(text, start, end)) continue;
    if (isPieceOfWord(text, start, end) || isColumn(text, start, end)) continue;
    return { digits, end };
  }
  return undefined;
}

/** Whether the groups are a date followed by a number, or the four numbers of an IP address. */
function isDateOrHost(window: Window): boolean {
  const groups = groupsOf(window);
  const [first = '', second = '', third = ''] = groups.map(({ digits }) => digits);
  const isDate = /^19\d\d$/.test(first) && /^(?:0?[1-9]|1[0-2])$/.test(second) && /^[0-3]?\d$/.test(third);
  const isHost =
    groups.length === 4 && groups.every(({ digits }) => Number(digits) < 256 && digits.length < 4);
  return isDate || (isHost && groups[1]?.gap === '.') || /^19\d\d-\d$/.test(grouping(window));
}
