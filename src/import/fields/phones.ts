/**
 * Finds the telephones of offices in a text, in the ways in which offices write them: 0357-5120001, （0357）5120001, 0357－5120001,
 * 5120001 behind 电话, 5120001、5120002. Mobile numbers belong to persons and are not found.
 */

/** Hotlines of five digits begin with 12, 95 and 96; sums and numbers of people may have five digits too. */
const HOTLINE = '12\\d{3}|9[56]\\d{3}';
const NOT_COUNTED = '(?![\\d.,-]|\\s*[元人户万亩名个次斤年%])';
const FULL = new RegExp(
  `(?<![\\d.,-])(?:0\\d{2,3}-?\\d{7,8}|[48]00-?\\d{3}-?\\d{4}|${HOTLINE})${NOT_COUNTED}`,
  'gu',
);
/** A number without area code, of a county: only behind a word for telephones, or behind another number. */
const LOCAL_AFTER_LABEL =
  /(?:电话|热线|咨询|联系|拨打|值班|办公室)(?:号码)?\s*[：:是为]?\s*((?:0\d{2,3}-)?[2-8]\d{6,7})(?![\d.,-]|\s*[元人户万亩])/gu;
const FURTHER =
  /(?<=(?<!\d)(?:0\d{2,3}-)?[2-8]\d{6,7}\s*(?:[、，,;；/／或和]|\s)\s*)([2-8]\d{6,7})(?![\d.,-]|\s*[元人户万亩])/gu;
const LABEL = /电话|热线|咨询|联系|拨打|值班/u;
/** What is behind the word for a fax, up to the next mark. */
const FAX = /传\s*真\s*[：:]?\s*[\d\-（()）\s]+/gu;

/** The telephones of the lines in the form 0357-5120001, each once, in order. */
export function phonesIn(lines: readonly string[]): string[] {
  return [...new Set(lines.flatMap((line) => phonesOfLine(plainDigits(line))))];
}

function phonesOfLine(line: string): string[] {
  const local = LABEL.test(line) ? [...line.matchAll(LOCAL_AFTER_LABEL)] : [];
  const further = LABEL.test(line) || /(?<!\d)0\d{2,3}-\d{7}/.test(line) ? [...line.matchAll(FURTHER)] : [];
  const found = [
    ...Array.from(line.matchAll(FULL), ({ 0: phone, index }) => ({ phone, index })),
    ...[...local, ...further].map(({ 0: whole, 1: phone = '', index }) => ({
      phone,
      index: index + whole.lastIndexOf(phone),
    })),
  ];
  const byPlace = new Map(found.map(({ phone, index }) => [index, phone]));
  return [...byPlace].sort(([a], [b]) => a - b).map(([, phone]) => phone);
}

/** The line with ASCII dashes and without brackets around area codes and without faxes. */
function plainDigits(line: string): string {
  return line
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)\s*[-－—–‐―一]{1,2}\s*(?=\d{7})/gu, '-')
    .replace(/[（(]\s*(0\d{2,3})\s*[）)]\s*-?\s*(?=\d{7})/gu, '$1-')
    .replace(/(?<!\d)(0\d{2,3})\s+(?=\d{7,8}(?!\d))/gu, '$1-')
    .replace(FAX, '');
}

/** The number without dashes, for comparing. */
export const bareNumber = (phone: string): string => phone.replace(/-/g, '');
