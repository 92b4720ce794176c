/**
 * Classifies the dates in an office's sentences: deadline, date of an event, or neither. A wrong date would be printed on posters, so
 * uncertain ones are left to the editor.
 */
import { isDate } from '../../schema/formats.ts';

export const DAY = /(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日|(\d{4})-(\d{2})-(\d{2})/;
const DAY_TEXT = DAY.source.replace(/\((?!\?)/g, '(?:');

/** A time, or a word in brackets, allowed between a date and its statement. */
const HOUR =
  '\\s*(?:(?:上午|下午|晚上|中午)?\\s*\\d{1,2}\\s*(?:[:：]\\s*\\d{2}|[时点](?:\\s*\\d{1,2}\\s*分)?))?\\s*(?:[（(][^）)]{1,12}[）)])?\\s*';
const BEFORE = '(?:之前|以前|前|为止|止|截止)(?!后)';

/** What had happened by a day, which is a condition and no deadline: 2025年1月1日以前出生. */
const HAD_HAPPENED =
  '(?!\\s*[已未]?(?:出生|参加|参保|购买|购置|取得|建成|建造|注册|落户|毕业|退休|死亡|去世|入伍|退伍|签订|成立|开工|发生|结婚|收养|迁入|种植|投产|完工|在册|入学|就业|生育|[已未]))';
/** Who is described by a day, which is a condition as well: 2025年12月31日前开始领取养老金的人员. */
const OF_WHOM =
  '(?!(?:(?!申请|申报|申领|报名|提交|办理|登记|缴|投保)[^，。；]){2,20}的(?:人|人员|家庭|农户|住户|职工|学生|老人|妇女|居民|村民|对象|房屋|车辆)(?:[，。；]|$))';
const DEADLINE_AFTER_DAY = new RegExp(`(${DAY_TEXT})${HOUR}${BEFORE}${HAD_HAPPENED}${OF_WHOM}`, 'u');
const OF_APPLYING =
  '(?:报名|申报|申请|申领|受理|办理|缴费|登记|认证|提交|报送|征集|投保|参保|领取|采集|填报|预约|报销|认定)';
/** What stands before the last day to apply; 截至 alone is the day of a count. */
const BEFORE_DEADLINE = `(?:截止|${OF_APPLYING}[^。；]{0,6}截至|${OF_APPLYING}(?:材料)?(?:时间|期限|日期|期为)|时间从|什么时候(?:${OF_APPLYING}|办|交))`;
const DEADLINE_BEFORE_DAY = new RegExp(`${BEFORE_DEADLINE}[^。；]*(${DAY_TEXT})(?![^。；]*${DAY_TEXT})`, 'u');
/** A deadline without its year or day: 12月31日前, 年底前, 本月底前. */
const VAGUE_DEADLINE =
  /(?:\d{1,2}\s*月\s*\d{1,2}\s*日|月底|年底|月末|年末|\d{1,2}\s*月份?)\s*(?:之前|以前|前|截止)|截止[^。；]{0,8}\d{1,2}\s*月\s*\d{1,2}\s*日/u;
/** The end of a month or year: 2026年10月底, 2026年年底. */
const MONTH_END = /(\d{4})\s*年\s*(\d{1,2})\s*月份?\s*(?:底|末)/u;
const YEAR_END = /(\d{4})\s*年(?:年)?(?:底|末)/u;
/** A day without its year. */
const DAY_OF_YEAR = /(?<![\d年])\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日/u;
/** That there is no last day, in the words of the text. */
const OPEN_ENDED =
  /(?:常年|长期|全年|随时|全天候)(?:均可|都可以?|可以?)?(?:受理|办理|申请|申报|申领|报名|登记|有效)|(?:受理|办理|申请|申报|申领|报名)(?:时间|期限)?不[限受][\p{Script=Han}]{0,6}/u;
/** The end of a validity period, which is not a deadline for the reader. */
const OF_VALIDITY = /有效期|施行|执行|实施|失效|废止/u;

/** What an office has to do by a day, and nobody else. */
const OF_OFFICE =
  /发放(?:到|完毕|完|至|下去)|前(?:集中|统一|全部|陆续|足额)?(?:发放|打款|到账)|拨付|兑付|兑现|打卡发放|报送|上报|完成|办结|[将把][^，。]{2,20}报[至到送]?(?:县|镇|乡|我|市)|各(?:村|乡镇?|镇|园|校|学校|单位|部门|地)[^。，]{0,6}[于在要应须需]/u;
const OF_WORK = /[前底](?:要|应|须|将)?(?:全面|全部|基本)?(?:完成|做好|结束)/u;
const OF_READER = /申请|申报|报名|提交|交到|登记|缴|参保|申领|领取/u;

export interface Deadline {
  sentence: string;
  /** The date, or the words for no last day; undefined if the date in the text is incomplete. */
  day: string | undefined;
  /** Whether the year is that of the document, because the sentence has none. */
  isCompleted?: boolean;
}

/** The deadlines in some sentences, those with a value first. `documentDay` is when the document was issued. */
export function deadlinesIn(sentences: readonly string[], documentDay?: string): Deadline[] {
  const found = sentences.flatMap((sentence): Deadline[] => {
    if (
      OF_WORK.test(sentence) ||
      (OF_OFFICE.test(sentence) && !OF_READER.test(sentence.replace(/报送|上报/gu, '')))
    )
      return [];
    const words = OPEN_ENDED.exec(sentence)?.[0];
    if (words !== undefined && !/有效/u.test(words)) return [{ sentence, day: words }];
    if (OF_VALIDITY.test(sentence)) return [];
    const text = withArabicDates(sentence);
    const day = writtenDeadline(text);
    if (day !== undefined) return [{ sentence, day }];
    if (!VAGUE_DEADLINE.test(text) || DAY.test(text)) return [];
    return [{ sentence, ...completed(text, documentDay) }];
  });
  return [...found.filter(({ day }) => day !== undefined), ...found.filter(({ day }) => day === undefined)];
}

/** The last day that a sentence states in full. */
function writtenDeadline(text: string): string | undefined {
  const isLabelled = new RegExp(BEFORE_DEADLINE, 'u').test(text);
  const range = isLabelled ? rangeIn(text) : undefined;
  if (range !== undefined) return range.ends;
  const written = (DEADLINE_AFTER_DAY.exec(text) ?? DEADLINE_BEFORE_DAY.exec(text))?.[1];
  if (written !== undefined) return dayIn(written);
  if (!isLabelled && !/(?:底|末)\s*(?:之前|以前|前|截止)/u.test(text)) return undefined;
  const [, year, month] = MONTH_END.exec(text) ?? YEAR_END.exec(text) ?? [];
  return year === undefined ? undefined : endOfMonth(Number(year), Number(month ?? 12));
}

const endOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The day with the year of the document, if it is still to come in that year. */
function completed(text: string, documentDay: string | undefined): Pick<Deadline, 'day' | 'isCompleted'> {
  const [, month = '', day = ''] = DAY_OF_YEAR.exec(text) ?? [];
  const written = `${documentDay?.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isLater = documentDay !== undefined && isDate(written) && written >= documentDay;
  return isLater ? { day: written, isCompleted: true } : { day: undefined };
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
  `(${DAY_TEXT})${HOUR}(?:起)?(?:至|到|[-—–~～]+)\\s*(?:(?:(\\d{4})\\s*年\\s*)?(?:(\\d{1,2})\\s*月\\s*)?(\\d{1,2})\\s*日)`,
  'u',
);

/** The date or the range of dates of an event; and a sentence with a doubtful date. */
export function eventIn(sentences: readonly string[]): { event?: Event; doubtful?: string } {
  const dated = sentences.filter((sentence) => DAY.test(withArabicDates(sentence)) && !isOnlyDay(sentence));
  const deadlines = new Set(deadlinesIn(dated).map(({ sentence }) => sentence));
  const open = dated.filter((sentence) => !deadlines.has(sentence) && !OF_PAPER.test(sentence));
  const sentence = open.find((each) => HAPPENS.test(each) && !ASKS.test(each));
  const event = sentence === undefined ? undefined : eventFrom(sentence);
  if (event !== undefined) return { event };
  const doubtful = dated.find((each) => !OF_PAPER.test(each));
  return doubtful === undefined ? {} : { doubtful };
}

/** The last line of a text, with the date of writing. */
const isOnlyDay = (sentence: string) => withArabicDates(sentence).replace(DAY, '').trim() === '';

function eventFrom(sentence: string): Event | undefined {
  const text = withArabicDates(sentence);
  if (RANGE.test(text)) {
    const range = rangeIn(text);
    return range && { sentence, ...range };
  }
  const days = Array.from(text.matchAll(new RegExp(DAY, 'g')));
  const starts = days.length === 1 ? dayIn(text) : undefined;
  return starts === undefined ? undefined : { sentence, starts, ends: undefined };
}

/** The first and last day of a range of which the second may lack its year and month: 2026年12月1日至5日. */
function rangeIn(text: string): { starts: string; ends: string } | undefined {
  const [, first, year, month, day = ''] = RANGE.exec(text) ?? [];
  const starts = first === undefined ? undefined : dayIn(first);
  if (starts === undefined) return undefined;
  const [startYear = '', startMonth = ''] = starts.split('-');
  const ends = `${year ?? startYear}-${(month ?? startMonth).padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDate(ends) && ends >= starts ? { starts, ends } : undefined;
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
  /([〇○零OoОο0一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/gu;
const CHINESE_DIGITS = '零一二三四五六七八九';

/** The text with dates in Chinese figures, 二〇二六年十一月三日, in Arabic ones. */
export function withArabicDates(text: string): string {
  return text.replace(CHINESE_DAY, (_, year: string, month: string, day: string) => {
    const digits = [...year]
      .map((digit) => CHINESE_DIGITS.indexOf(/[〇○OoОο0]/.test(digit) ? '零' : digit))
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
