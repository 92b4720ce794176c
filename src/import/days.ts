/**
 * Classifies the dates in an office's sentences: deadline, date of an event, or neither. A wrong date would be printed on posters, so
 * uncertain ones are left to the editor.
 */
import { isDate } from '../schema/formats.ts';

export const DAY = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})-(\d{2})-(\d{2})/;
const DAY_TEXT = DAY.source.replace(/\((?!\?)/g, '(?:');

/** A time, or a word in brackets, allowed between a date and its statement. */
const HOUR =
  '\\s*(?:(?:上午|下午|晚上|中午)?\\s*\\d{1,2}\\s*(?:[:：]\\s*\\d{2}|[时点](?:\\s*\\d{1,2}\\s*分)?))?\\s*(?:[（(][^）)]{1,12}[）)])?\\s*';
const BEFORE = '(?:之前|以前|前|为止|止|截止)(?!后)';

const DEADLINE_AFTER_DAY = new RegExp(`(${DAY_TEXT})${HOUR}${BEFORE}`, 'u');
const DEADLINE_BEFORE_DAY = new RegExp(
  `(?:截止|截至|报名时间|申报时间|申请时间|受理时间|办理时间|申请期限|申报期限|受理期限)[^。；]*(${DAY_TEXT})(?![^。；]*${DAY_TEXT})`,
  'u',
);
/** A deadline without its year or day: 12月31日前, 年底前, 本月底前. */
const VAGUE_DEADLINE =
  /(?:\d{1,2}\s*月\s*\d{1,2}\s*日|月底|年底|月末|年末|\d{1,2}\s*月份?)\s*(?:之前|以前|前|截止)|截止[^。；]{0,8}\d{1,2}\s*月\s*\d{1,2}\s*日/u;
/** The end of a validity period, which is not a deadline for the reader. */
const OF_VALIDITY = /有效期|施行|执行|实施|失效|废止/u;

/** What an office has to do by a day, and nobody else. */
const OF_OFFICE = /发放(?:到位|完毕|完)|拨付|兑付|兑现|报送|上报|完成|办结/u;
const OF_READER = /申请|申报|报名|提交|交到|登记|缴|参保/u;

export interface Deadline {
  sentence: string;
  /** Undefined if the date in the text is incomplete. */
  day: string | undefined;
}

/** The deadlines in some sentences, those with a complete date first. */
export function deadlinesIn(sentences: readonly string[]): Deadline[] {
  const found = sentences.flatMap((sentence): Deadline[] => {
    if (OF_VALIDITY.test(sentence) || (OF_OFFICE.test(sentence) && !OF_READER.test(sentence))) return [];
    const written = (DEADLINE_AFTER_DAY.exec(sentence) ?? DEADLINE_BEFORE_DAY.exec(sentence))?.[1];
    if (written !== undefined) return [{ sentence, day: dayIn(written) }];
    return VAGUE_DEADLINE.test(sentence) && !DAY.test(sentence) ? [{ sentence, day: undefined }] : [];
  });
  return [...found.filter(({ day }) => day !== undefined), ...found.filter(({ day }) => day === undefined)];
}

export interface Event {
  sentence: string;
  starts: string;
  ends: string | undefined;
}

/** The statement that something happens on the date, not that a document was issued on it. */
const HAPPENS =
  /(?:活动|培训|会议|集会|义诊|招聘|举办|讲座|演出|开课|发放|体检|检查|开班)?时间\s*[：:为是]|定于|将于|拟于|于[^。；]{0,40}(?:举行|举办|召开|开展|开始|开班|开课|进行)|(?:举行|举办|召开|开班|开课)/u;
const OF_PAPER = /印发|发布|公布|下发|通过|批准|修订|制定|出生|施行|实施|执行|有效期|截至|统计/u;
const ASKS = /报名|申请|申报|提交|登记|受理|办理|缴/u;

const RANGE = new RegExp(
  `(${DAY_TEXT})${HOUR}(?:至|到|[-—–~～]+)\\s*(?:(?:(\\d{4})\\s*年\\s*)?(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*日)`,
  'u',
);

/** The date or the range of dates of an event; and a sentence with a doubtful date. */
export function eventIn(sentences: readonly string[]): { event?: Event; doubtful?: string } {
  const dated = sentences.filter((sentence) => DAY.test(sentence) && !isOnlyDay(sentence));
  const deadlines = new Set(deadlinesIn(dated).map(({ sentence }) => sentence));
  const open = dated.filter((sentence) => !deadlines.has(sentence) && !OF_PAPER.test(sentence));
  const sentence = open.find((each) => HAPPENS.test(each) && !ASKS.test(each));
  const event = sentence === undefined ? undefined : eventFrom(sentence);
  if (event !== undefined) return { event };
  const doubtful = dated.find((each) => !OF_PAPER.test(each));
  return doubtful === undefined ? {} : { doubtful };
}

/** The last line of a text, with the date of writing. */
const isOnlyDay = (sentence: string) => sentence.replace(DAY, '').trim() === '';

function eventFrom(sentence: string): Event | undefined {
  const range = RANGE.exec(sentence);
  if (range !== null) {
    const [, first = '', year, month, day = ''] = range;
    const starts = dayIn(first);
    if (starts === undefined) return undefined;
    const [startYear = '', startMonth = ''] = starts.split('-');
    const ends = `${year ?? startYear}-${(month ?? startMonth).padStart(2, '0')}-${day.padStart(2, '0')}`;
    return isDate(ends) && ends >= starts ? { sentence, starts, ends } : undefined;
  }
  const days = Array.from(sentence.matchAll(new RegExp(DAY, 'g')));
  const starts = days.length === 1 ? dayIn(sentence) : undefined;
  return starts === undefined ? undefined : { sentence, starts, ends: undefined };
}

/** The first calendar date in a text, `YYYY-MM-DD`. */
export function dayIn(text: string): string | undefined {
  const match = DAY.exec(withArabicDates(text));
  if (!match) return undefined;
  const [year, month = '', day = ''] = match.slice(1).filter((part) => part !== undefined);
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(written) ? written : undefined;
}

const CHINESE_DAY =
  /([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/gu;
const CHINESE_DIGITS = '零一二三四五六七八九';

/** The text with dates in Chinese figures, 二〇二六年十一月三日, in Arabic ones. */
export function withArabicDates(text: string): string {
  return text.replace(CHINESE_DAY, (_, year: string, month: string, day: string) => {
    const digits = [...year]
      .map((digit) => CHINESE_DIGITS.indexOf(/[〇○]/.test(digit) ? '零' : digit))
      .join('');
    return `${digits}年${counted(month)}月${counted(day)}日`;
  });
}

/** A number below 100: 三, 十, 十一, 二十, 三十一. */
function counted(text: string): number {
  const [tens = '', ones = ''] = text.includes('十') ? text.split('十') : ['零', text];
  const value = (digit: string, empty: number) => (digit === '' ? empty : CHINESE_DIGITS.indexOf(digit));
  return value(tens, 1) * 10 + value(ones, 0);
}
