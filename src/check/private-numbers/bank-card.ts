/** Bank card numbers: the first digits of an issuer, a length that this issuer uses, and a check digit (ISO/IEC 7812). */
import type { DigitRun } from './digit-groups.ts';
import { isAmount, isColumn, isPieceOfWord, isSerial } from './surroundings.ts';
import { isCounting, isOneNumber, isRound, windowAt } from './windows.ts';

/** First digits with the lengths of their cards. */
const ISSUERS: readonly [RegExp, readonly number[]][] = [
  [/^62/, [16, 17, 18, 19]],
  // Older cards of Chinese banks: ICBC, ABC, BOC, BOCOM, CCB, CMB, cooperatives.
  [
    /^(?:9558|95595|95599|621|601382|6013|6014|6035|603|690755|456351|4367|4340|5240|4213|4682|8881)/,
    [16, 17, 18, 19],
  ],
  [/^(?:4|5[1-5]|2(?:22[1-9]|2[3-9]|[3-6]|7[01]|720)|35(?:2[89]|[3-8])|6011|65|81)/, [16]],
  [/^3[47]/, [15]],
  [/^3(?:0[0-5]|6|8)/, [14]],
];
const LENGTHS = [19, 18, 17, 16, 15, 14];
const USUAL = /^(?:4-4-4-4(?:-[1-3])?|6-13|6-10|4-6-[45]|4-4-4-7|8-8|8-11)$/;
/** A birthday at its position in an identity number: 18 digits with one are no card. */
const BIRTHDAY = /^\d{6}(?:19|20)\d\d(?:0[1-9]|1[0-2])[0-3]\d\d{4}$/;

/** Whether digits are a bank card number. */
export function isCardNumber(digits: string): boolean {
  return isIssued(digits) && passesLuhn(digits) && !BIRTHDAY.test(digits);
}

/** Whether an issuer has cards with these first digits and this length; the check digit is ignored. */
export function isIssued(digits: string): boolean {
  return ISSUERS.some(([prefix, lengths]) => prefix.test(digits) && lengths.includes(digits.length));
}

const CARD_LABEL =
  /(?:[这那]张卡|卡号|折号|折子号?|存折|银行卡|储蓄卡|工资卡|一卡通|社保卡)(?:号码?)?(?:是|为|[：:\s（(])*$/;
const LABEL_LENGTH = 12;

/** A passbook has a number of its bank's own form, of 12 digits or more. */
const PASSBOOK = /(?:存折|折子|折号)[^。；\n]{0,10}$/;
const PASSBOOK_LENGTHS = [22, 21, 20, 19, 18, 17, 16, 15, 14, 13, 12];
const PASSBOOK_LABEL_LENGTH = 16;

function passbookAt(text: string, run: DigitRun, from: number): number | undefined {
  const start = run.groups[from]?.start ?? 0;
  if (!PASSBOOK.test(text.slice(Math.max(0, start - PASSBOOK_LABEL_LENGTH), start))) return undefined;
  for (const length of PASSBOOK_LENGTHS) {
    const window = windowAt(run, from, length);
    if (window === undefined || !isOneNumber(window, USUAL, false) || isRound(window)) continue;
    if (!isPieceOfWord(text, window.start, window.end) && !isAmount(text, window.start, window.end))
      return window.end;
  }
  return undefined;
}

/** The end of a number with the label of a card though its check digit is wrong: a mistyped number is nearly the real one. */
export function labelledCardAt(text: string, run: DigitRun, from: number): number | undefined {
  const passbook = passbookAt(text, run, from);
  if (passbook !== undefined) return passbook;
  for (const length of [19, 18, 17, 16]) {
    const window = windowAt(run, from, length);
    if (window === undefined || !/^(?:62|60|9558|4367)/.test(window.digits) || !isIssued(window.digits))
      continue;
    if (
      !isOneNumber(window, USUAL, false) ||
      isRound(window) ||
      isPieceOfWord(text, window.start, window.end)
    )
      continue;
    if (CARD_LABEL.test(text.slice(Math.max(0, window.start - LABEL_LENGTH), window.start)))
      return window.end;
  }
  return undefined;
}

/** The end of the card number that begins with the group at `from` of a run; undefined if none does. */
export function cardNumberAt(
  text: string,
  run: DigitRun,
  from: number,
  isRecords: boolean,
): number | undefined {
  for (const length of LENGTHS) {
    const window = windowAt(run, from, length);
    if (window === undefined || !isCardNumber(window.digits)) continue;
    const { start, end } = window;
    if (!isOneNumber(window, USUAL, isRecords) || isRound(window) || isCounting(window)) continue;
    if (isSerial(text, start) || isAmount(text, start, end)) continue;
    if (isPieceOfWord(text, start, end) || isColumn(text, start, end)) continue;
    return end;
  }
  return undefined;
}

/** Whether the last digit is the check digit of ISO/IEC 7812. */
export function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place += 1) {
    const value = Number(digits[digits.length - 1 - place]) * (place % 2 === 1 ? 2 : 1);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
