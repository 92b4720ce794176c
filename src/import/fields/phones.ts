/**
 * Finds the telephones of offices in a text, in the ways in which offices write them: 0357-5120001, （0357）5120001, 0357－5120001,
 * 5120001 behind 电话, 5120001、5120002, 95599转3. Mobile numbers may belong to persons: they are found apart.
 */

/** Hotlines of five digits begin with 12, 95 and 96; sums and numbers of people may have five digits too. */
const HOTLINE = '(?:0\\d{2,3}-)?(?:12\\d{3}|9[56]\\d{3})';
const UNIT = '\\s*[元人户万亩名个次斤年%号]';
const NOT_COUNTED = `(?![\\d.,-]|${UNIT})`;
const EXTENSION = '(?:转\\d{1,5})?';
const FULL = new RegExp(
  `(?<![\\d.,-]|掌上|“[^”\\d]{0,8})(?:0\\d{2,3}-?\\d{7,8}|[48]00-?\\d{3}-?\\d{4}|${HOTLINE})${EXTENSION}${NOT_COUNTED}`,
  'gu',
);
/** A number without area code, of a county: only on a line that is about telephones, or in a column of a table for them. */
const LOCAL = new RegExp(`(?<![\\d.,\\-〔第])[2-8]\\d{6,7}${EXTENSION}${NOT_COUNTED}`, 'gu');
const MOBILE = /(?<![\d.,-])1[3-9]\d{9}(?!\d)/gu;
const LABEL = /电话|热线|咨询|联系|拨打|值班|服务号|电\s*话/u;
/** A number for the account of a bank and the like is none for ringing up. */
const OF_OTHERS = /邮编|邮政编码|账号|帐号|编号|QQ|微信号|身份证号/u;
/** What is behind the word for a fax, up to the next mark. */
const FAX = /传\s*真\s*[：:]?\s*[\d\-（()）\s]+/gu;
/** A heading whose lines are telephones. */
const HEADING = /^.{0,6}(?:电话|热线|联系方式|咨询方式)[：:]?$/u;
const MAX_LINES_BELOW_HEADING = 20;

type Table = readonly (readonly string[])[];

/** The telephones of the lines in the form 0357-5120001, each once, in order. */
export function phonesIn(lines: readonly string[], tables: readonly Table[] = []): string[] {
  let left = 0;
  const inLines = lines.flatMap((line) => {
    const plain = plainDigits(line);
    left = HEADING.test(plain) ? MAX_LINES_BELOW_HEADING : /\d{7}/.test(plain) ? left - 1 : 0;
    return phonesOfLine(plain, left > 0 || LABEL.test(plain));
  });
  const inCells = tables.flatMap(([head = [], ...rows]) =>
    rows.flatMap((row) =>
      row.flatMap((cell, at) => phonesOfLine(plainDigits(cell), LABEL.test(head[at] ?? ''))),
    ),
  );
  return [...new Set([...inLines, ...inCells])];
}

/** The mobile numbers on lines about telephones: an office may have one, but a person as well. */
export function mobilesIn(lines: readonly string[]): string[] {
  const found = lines.map(plainDigits).filter((line) => LABEL.test(line) && !OF_OTHERS.test(line));
  return [...new Set(found.flatMap((line) => line.match(MOBILE) ?? []))];
}

/** 城关市场监管所：5023301, without a word for telephones. */
const OF_OFFICE = /[所局站股室院会办心校队社处厅科][：:\s]\s*[2-8]\d{6,7}(?!\d)/u;

function phonesOfLine(line: string, isAboutTelephones: boolean): string[] {
  const withLocal = isAboutTelephones || OF_OFFICE.test(line) || /(?<!\d)0\d{2,3}-\d{7}/.test(line);
  const found = [
    ...line.matchAll(FULL),
    ...(withLocal && !OF_OTHERS.test(line) ? line.matchAll(LOCAL) : []),
  ].map(({ 0: phone, index }) => ({ phone, index }));
  const byPlace = new Map(found.map(({ phone, index }) => [index, phone]));
  return [...byPlace].sort(([a], [b]) => a - b).map(([, phone]) => phone);
}

/** The line with ASCII dashes and without brackets around area codes and without faxes. */
function plainDigits(line: string): string {
  return line
    .replace(/[０-９]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/(?<=\d)\s*[-－—–‐―一]{1,2}\s*(?=\d{5})/gu, '-')
    .replace(/[（(]\s*(0\d{2,3})\s*[）)]\s*-?\s*(?=\d{7})/gu, '$1-')
    .replace(/(?<!\d)(0\d{2,3})\s+(?=\d{7,8}(?!\d))/gu, '$1-')
    .replace(FAX, '');
}

/** The number without dashes, for comparing. */
export const bareNumber = (phone: string): string => phone.replace(/-/g, '');
