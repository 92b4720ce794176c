/** Messages for an invalid date or time, with the correct notation. */
import { isDate, isTime } from './formats.ts';

// Any order of marks between year, month, day, hour and minute that people use.
const LOOSE =
  /^(\d{4}|\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})[日号]?(?:[T]?(上午|早上|中午|下午|晚上|夜里)?(\d{1,2})[:.点时](\d{1,2})?分?(?::\d{1,2})?(半|整)?)?$/;
/** Full-width digits and marks of a Chinese keyboard. */
const FULL_WIDTH = /[０-９－—–−‐：／．]/;
const NOON = 12;

/** The message for a value that is not a date, nor, with `withTime`, a time; with the correct form, if known. */
export function explainInvalidDate(value: unknown, withTime: boolean): string {
  const written = String(value);
  const narrow = written.normalize('NFKC').replace(/[—–−‐]/g, '-');
  const wide = FULL_WIDTH.test(written) ? '，数字、横线或冒号打成了中文的' : '';
  const lead = `「${written}」不是${withTime ? '日期或时间' : '一个日期'}`;
  const plain = narrow.replace(/\s+/g, '');
  if (/^\d{1,2}[-/.月]\d{1,2}[日号]?/.test(plain) && !/^\d{2}[-/.]\d{1,2}[-/.]\d/.test(plain))
    return `${lead}：少了年份，写成 2027-05-12 这样`;
  if (withTime && /^(?:上午|早上|中午|下午|晚上)?\d{1,2}[:.点时]\d{0,2}分?$/.test(plain))
    return `${lead}：少了日子，写成 2027-05-12 09:00 这样`;
  if (withTime && /^\d{4}-\d{2}-\d{2}.*\d[-~～—–至到]+.*\d[:.点时]/.test(plain))
    return `${lead}：一个字段只写一个时间，开始的写在 starts，结束的写在 ends`;
  const parts = LOOSE.exec(plain);
  if (parts === null) return lead;
  const [, year = '', month = '', day = '', half, hour, minute = '', rest] = parts;
  const date = `${year.padStart(4, '20')}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  if (!isDate(date)) return `${lead}：${noSuchDay(Number(year), Number(month))}`;
  if (hour === undefined) return `${lead}${wide}，请写成「${date}」`;
  if (!withTime) return `${lead}：这里只写日子，不写钟点，请写成「${date}」`;
  const minutes = minute === '' ? (rest === '半' ? '30' : '00') : minute.padStart(2, '0');
  const isAfternoon = /下午|晚上/.test(half ?? '') && Number(hour) < NOON;
  const hours = String(Number(hour) + (isAfternoon ? NOON : 0)).padStart(2, '0');
  // 24:00 is the end of the day, not the beginning of the next: the message proposes 23:59.
  if (hours === '24' && minutes === '00') return `${lead}：一天到 23:59 为止，请写成「${date} 23:59」`;
  const moment = `${date} ${hours}:${minutes}`;
  if (!isTime(moment)) return `${lead}：没有 ${hours}:${minutes} 这个钟点，从 00:00 写到 23:59`;
  return `${lead}${wide}，请写成「${moment}」`;
}

function noSuchDay(year: number, month: number): string {
  if (month < 1 || month > 12) return `没有${month}月`;
  const days = new Date(Date.UTC(year < 100 ? 2000 + year : year, month, 0)).getUTCDate();
  return `${month}月只有${days}天`;
}
