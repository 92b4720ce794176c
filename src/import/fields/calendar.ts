/** Reads the calendar dates of a text: in Arabic and Chinese figures, ranges whose second day lacks its year. */
import { isDate } from '../../schema/formats.ts';

export const DAY = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})-(\d{2})-(\d{2})/;
/** The source of `DAY` without groups, to be part of other expressions. */
export const DAY_TEXT = `(?:${DAY.source.replace(/\((?!\?)/g, '(?:')})`;

/** A time of day, or a word in brackets, allowed between a date and its statement. */
export const HOUR =
  '\\s*(?:(?:上午|下午|晚上|中午)?\\s*(?:\\d{1,2}\\s*(?:[:：]\\s*\\d{2}|[时点](?:\\s*\\d{1,2}\\s*分)?)|(?:零|二十四|十二)时))?\\s*(?:[（(][^）)]{1,12}[）)])?\\s*';

const RANGE = new RegExp(
  `(${DAY_TEXT})${HOUR}(?:起|开始)?[，,]?\\s*(?:至|到|[-—–~～]+)\\s*(?:(?:(\\d{4})\\s*年\\s*)?(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*日)`,
  'u',
);

/** The first and last day of a range of which the second may lack its year and month: 2026年12月1日至5日. */
export function rangeIn(text: string): { starts: string; ends: string } | undefined {
  const [, first, year, month, day = ''] = RANGE.exec(text) ?? [];
  const starts = first === undefined ? undefined : dayIn(first);
  if (starts === undefined) return undefined;
  const [startYear = '', startMonth = ''] = starts.split('-');
  const ends = `${year ?? startYear}-${(month ?? startMonth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(ends) && ends >= starts ? { starts, ends } : undefined;
}

export const hasRange = (text: string): boolean => RANGE.test(text);

/** The first calendar date in a text, `YYYY-MM-DD`. */
export function dayIn(text: string): string | undefined {
  const match = DAY.exec(withArabicDates(text));
  if (!match) return undefined;
  const [year, month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(written) ? written : undefined;
}

const FIGURES = '[一二三四五六七八九十]{1,3}';
const CHINESE_DAY = new RegExp(`([〇○零OoОο0一二三四五六七八九]{4})年(${FIGURES})月(${FIGURES})日`, 'gu');
const CHINESE_DAY_OF_YEAR = new RegExp(`(?<![一二三四五六七八九十年])(${FIGURES})月(${FIGURES})日`, 'gu');
const CHINESE_DIGITS = '零一二三四五六七八九';

/** The text with dates in Chinese figures, 二〇二六年十一月三日 and 十一月三日, in Arabic ones. */
export function withArabicDates(text: string): string {
  return text
    .replace(CHINESE_DAY, (_, year: string, month: string, day: string) => {
      const digits = [...year]
        .map((digit) => CHINESE_DIGITS.indexOf(/[〇○OoОο0]/.test(digit) ? '零' : digit))
        .join('');
      return `${digits}年${counted(month)}月${counted(day)}日`;
    })
    .replace(CHINESE_DAY_OF_YEAR, (_, month: string, day: string) => `${counted(month)}月${counted(day)}日`);
}

/** A number below 100: 三, 十, 十一, 二十, 三十一. */
function counted(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  const value = (digit: string, empty: number) => (digit === '' ? empty : CHINESE_DIGITS.indexOf(digit));
  return value(tens, 1) * 10 + value(ones, 0);
}
