/** The values of cells: telephone numbers as dialled, days and times as the schema writes them. Nothing is guessed. */
import { isDate, isTime } from '../../schema/formats.ts';
import type { SheetCell } from './sheet.ts';

const DIALLED = /^(?:\d{3,8}|1\d{10}|0\d{2,3}-?\d{7,8}(?:-\d{1,5})?|400-?\d{3}-?\d{4})$/;

export interface Phones {
  /** Numbers in the form of the schema, in order. */
  numbers: string[];
  /** Whether a leading zero that a cell of numbers loses was written again. */
  isRestored: boolean;
}

/** The telephone numbers of a cell: 0357—5123456转801, (0357) 5123456, +86 357 5123456, several with / or 、 between. */
export function phonesIn(cell: SheetCell): Phones {
  const written = cell.text.normalize('NFKC').replace(/\.0+$/, '');
  let isRestored = false;
  const numbers = written.split(/[/、,;\n]|或者?|(?<=\d)\s{2,}(?=\d)/u).flatMap((part) => {
    const text = part
      .replace(/^[^\d(+]*/u, '')
      .replace(/^\+?86[-\s]?(?=0?[1-9]\d)/, '')
      .replace(/转分?机?|分机/u, '-')
      .replace(/[‐‑‒–—―－一~～]/gu, '-')
      .replace(/[^\d\-()\s].*$/su, '')
      .trim();
    const plain = text
      .replace(/^\((0\d{2,3})\)[\s-]*/, '$1-')
      .replace(/[()]/g, '')
      .replace(/^(0\d{2,3})\s+(?=\d)/, '$1-')
      .replace(/\s+/g, '')
      .replace(/-+/g, '-')
      .replace(/-$/, '');
    const whole = withGroups(plain);
    if (cell.isNumber && /^[2-9]\d{8,10}$/.test(whole) && DIALLED.test(`0${whole}`)) {
      isRestored = true;
      return [withHyphen(`0${whole}`)];
    }
    return DIALLED.test(whole) ? [whole] : [];
  });
  return { numbers: [...new Set(numbers)], isRestored };
}

/** `138-1234-5678` and `0357-512-3456` without the hyphens between groups. */
function withGroups(text: string): string {
  if (/^1\d{2}-\d{4}-\d{4}$/.test(text)) return text.replace(/-/g, '');
  return text.replace(/^(0\d{2,3}-)(\d{3,4})-(\d{4})$/, '$1$2$3');
}

/** The area code before the number: three digits in 北京 and the cities of 02, four elsewhere. */
const withHyphen = (digits: string) => digits.replace(/^(010|02\d|0\d{3})(?=\d{7,8}$)/, '$1-');

export interface Span {
  starts: string;
  ends?: string;
}

const DAY = '(\\d{4})\\s*[年./-]\\s*(\\d{1,2})\\s*[月./-]\\s*(\\d{1,2})\\s*[日号]?';
const TO = '(?:至|到|[-—–~～－])+';
const WEEKDAY = '(?:\\s*[(（](?:星期|周|礼拜)[一二三四五六日天][)）])?';
const SPAN = new RegExp(
  `^${DAY}${WEEKDAY}\\s*(?:${TO}\\s*(?:(?:(\\d{4})\\s*[年./-])?\\s*(\\d{1,2})\\s*[月./-])?\\s*(\\d{1,2})\\s*[日号]?${WEEKDAY})?\\s*(.*)$`,
  'su',
);

/** The days of a cell, with a time behind them; undefined if it has no complete date or more than that. */
export function spanIn(cell: SheetCell): Span | undefined {
  if (cell.date !== undefined) return { starts: cell.date };
  const text = cell.text.normalize('NFKC').trim();
  const match = SPAN.exec(text);
  if (match === null) return undefined;
  const [, year = '', month = '', day = '', endYear, endMonth, endDay, rest = ''] = match;
  const starts = asDay(year, month, day);
  const times = rest.trim() === '' ? [] : timesIn(rest);
  if (!isDate(starts) || times === undefined) return undefined;
  const ends = endDay === undefined ? undefined : asDay(endYear ?? year, endMonth ?? month, endDay);
  if (ends !== undefined && (!isDate(ends) || ends < starts)) return undefined;
  return withTimes({ starts, ...(ends !== undefined && { ends }) }, times);
}

const asDay = (year: string, month: string, day: string) =>
  `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;

/** Puts times of day to the days of a span. */
export function withTimes({ starts, ends }: Span, [from, to]: readonly string[]): Span {
  if (from === undefined || starts.length > 10) return { starts, ...(ends !== undefined && { ends }) };
  const lastDay = ends ?? starts;
  const until = to === undefined ? ends : `${lastDay.slice(0, 10)} ${to}`;
  const span = { starts: `${starts} ${from}`, ...(until !== undefined && { ends: until }) };
  return isTime(span.starts) && (span.ends === undefined || span.ends >= span.starts)
    ? span
    : { starts, ...(ends && { ends }) };
}

const HALF = '(上午|下午|早上|早晨|中午|晚上|晚)?';
const TIME = `${HALF}\\s*(\\d{1,2})(?:[:时点](\\d{1,2}|半)?分?|(?=[-—–~～至到]))`;
const TIMES = new RegExp(`^${TIME}\\s*(?:(?:至|到|[-—–~～－])+\\s*${TIME})?(?:开始|起|整)?$`, 'u');

/** One or two times of day, HH:mm: 上午9点半—11:30; undefined for other texts. */
export function timesIn(text: string): string[] | undefined {
  const match = TIMES.exec(text.normalize('NFKC').replace(/\s+/g, ''));
  if (match === null) return undefined;
  const [, half, hour = '', minute, secondHalf, secondHour, secondMinute] = match;
  const first = asTime(half, hour, minute);
  if (first === undefined) return undefined;
  if (secondHour === undefined) return [first];
  const second = asTime(
    secondHalf ?? (Number(hour) <= Number(secondHour) ? half : undefined),
    secondHour,
    secondMinute,
  );
  return second === undefined || second <= first ? undefined : [first, second];
}

function asTime(half: string | undefined, hour: string, minute: string | undefined): string | undefined {
  const isLate = half !== undefined && /下午|晚/u.test(half);
  const hours = Number(hour) + (isLate && Number(hour) < 12 ? 12 : 0);
  const minutes = minute === '半' ? 30 : Number(minute ?? '0');
  if (hours > 23 || minutes > 59) return undefined;
  return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
}
