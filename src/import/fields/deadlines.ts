/** Finds the last day to apply. A wrong date would be printed on posters: an uncertain one is left to the editor. */
import { isDate } from '../../schema/formats.ts';
import { DAY, DAY_TEXT, dayIn, HOUR, hasRange, rangeIn, withArabicDates } from './calendar.ts';
import { deadlineWordsIn, openEndedIn } from './deadline-words.ts';

const BEFORE = '(?:之前|以前|前|为止|止|截止)(?!后)';
/** What had happened by a day, which is a condition and no deadline: 2025年1月1日以前出生. */
const HAD_HAPPENED =
  '(?!\\s*[已未]?(?:出生|登记注册|参加|参保|购买|购置|取得|建成|建造|注册|落户|毕业|退休|死亡|去世|入伍|退伍|签订|成立|开工|发生|结婚|收养|迁入|种植|投产|完工|在册|入学|就业|生育|[已未]))';
/** Who is described by a day, which is a condition as well: 2025年12月31日前开始领取养老金的人员. */
const OF_WHOM =
  '(?!(?:(?!申请|申报|申领|报名|提交|办理|登记|缴|投保)[^，。；]){2,20}的(?:人|人员|家庭|农户|住户|职工|学生|老人|妇女|居民|村民|对象|房屋|车辆)(?:[，。；]|$))';
const DEADLINE_AFTER_DAY = new RegExp(`(${DAY_TEXT})${HOUR}${BEFORE}${HAD_HAPPENED}${OF_WHOM}`, 'u');
const OF_APPLYING =
  '(?:报名|申报|申请|申领|受理|办理|缴费|交费|收费|收缴|登记|认证|提交|报送|征集|投保|参保|领取|采集|填报|预约|报销|认定|报到|签约|签订(?:协议|合同)|报考|兑换|交表|年报|换证|年审|年检|办证|报送|验证|补缴|缴纳|认购|订购|办卡|贷款申请|应征|招生|领[种卡证票米面油肥粮药苗][\\p{Script=Han}]{0,4}|申购|入学报名|征求意见|征集意见|意见征集)(?:的)?';
/** What stands before the last day to apply; 截至 alone is the day of a count. */
const BEFORE_DEADLINE = new RegExp(
  `(?:截止|[日天]内[（(]?截[至止]|${OF_APPLYING}[^。；]{0,6}截至|${OF_APPLYING}(?:材料)?(?:时间|期限|时限|日期|期为)|时间从|什么时候(?:能)?(?:${OF_APPLYING}|办|交))`,
  'u',
);
const DEADLINE_BEFORE_DAY = new RegExp(
  `${BEFORE_DEADLINE.source}[^。；]*(${DAY_TEXT})(?!\\s*起)(?![^。；]*${DAY_TEXT})`,
  'u',
);
/** A deadline without its year: 12月31日前, 报名到9月30日为止, 报名从7月1日开始，到7月10日结束. */
const DAY_OF_YEAR = '(?<![\\d年])\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日';
const WITHOUT_YEAR = new RegExp(
  `${DAY_OF_YEAR}${HOUR}(?:之前|以前|前|截止|为止)${HAD_HAPPENED}|截止[^。；]{0,8}${DAY_OF_YEAR}|${OF_APPLYING}[^。；]{0,12}(?:至|到|[-—–~～])\\s*${DAY_OF_YEAR}|之日起\\s*(?:至|到)\\s*${DAY_OF_YEAR}|即日起\\s*(?:至|到)\\s*${DAY_OF_YEAR}|${OF_APPLYING}[^。；]{0,14}${DAY_OF_YEAR}[^。；]{0,6}?(?:至|到|[-—–~～])`,
  'u',
);
/** The end of a month or year: 2026年10月底, 2026年年底. */
const MONTH_END = /(\d{4})\s*年\s*(\d{1,2})\s*月份?\s*(?:底|末)/u;
const YEAR_END = /(\d{4})\s*年(?:年)?(?:底|末)/u;
/** The end of a validity period, which is not a deadline for the reader. */
const OF_VALIDITY = /有效期|施行|执行|实施|失效|废止|享受期|保险期/u;

/** What an office has to do by a day, and nobody else. */
const OF_OFFICE =
  /发放(?:到|完毕|完|至|下去)|前(?:集中|统一|全部|陆续|足额)?(?:发放|打款|到账|公布|公示)|拨付|兑付|兑现|打卡发放|报送|上报|完成|办结|竣工|录取结果|[将把][^，。]{2,20}报[至到送]?(?:县|镇|乡|我|市)|各(?:村|乡镇?|镇|园|校|学校|单位|部门|地)[^。，]{0,6}[于在要应须需]/u;
const OF_WORK =
  /[前底](?:要|应|须|将)?(?:全面|全部|基本)?(?:完成(?!报名|登记|申请|申报|缴费|参保|认证)|做好|结束)/u;
/** Readers are asked, offices are told. */
const IS_ASKED =
  /请(?!各|有关)[^。；]{0,12}(?:于|在)[^。；]{4,30}完成[^。；]{0,8}(?:申请|报名|缴费|登记|认证|参保|申报|投保)/u;
const OF_READER = /申请|申报|报名|提交|交到|登记|缴|参保|申领|领取|报到|投保/u;

export interface Deadline {
  sentence: string;
  /** The date, or the words for it; undefined if the date in the text is incomplete. */
  day: string | undefined;
  /** Whether the year is that of the document, because the sentence has none. */
  isCompleted?: boolean;
}

/** The deadlines in some sentences: dates, then words, then incomplete ones. `documentDay` is when the document was issued. */
export function deadlinesIn(sentences: readonly string[], documentDay?: string): Deadline[] {
  const found = sentences.flatMap((sentence) => deadlineIn(sentence, documentDay));
  const rank = ({ day }: Deadline) => (day === undefined ? 2 : isDate(day) ? 0 : 1);
  return [0, 1, 2].flatMap((each) => found.filter((deadline) => rank(deadline) === each));
}

function deadlineIn(sentence: string, documentDay: string | undefined): Deadline[] {
  const openEnded = openEndedIn(sentence);
  const found = isOfReader(sentence) ? datedDeadline(sentence, documentDay) : [];
  return openEnded !== undefined && !found.some(({ day }) => day !== undefined && isDate(day))
    ? [{ sentence, day: openEnded }]
    : found;
}

/** Whether a day in the sentence may be one for the reader, and not for an office or the rule itself. */
function isOfReader(sentence: string): boolean {
  const isOfOffice = OF_OFFICE.test(sentence) && !OF_READER.test(sentence.replace(/报送|上报/gu, ''));
  return !OF_VALIDITY.test(sentence) && (IS_ASKED.test(sentence) || !(OF_WORK.test(sentence) || isOfOffice));
}

function datedDeadline(sentence: string, documentDay: string | undefined): Deadline[] {
  const text = withArabicDates(sentence);
  const day = writtenDeadline(text);
  if (day !== undefined) return [{ sentence, day }];
  if (DAY.test(text)) return [];
  if (WITHOUT_YEAR.test(text) && !/每年/u.test(text)) return [{ sentence, ...completed(text, documentDay) }];
  const words = deadlineWordsIn(sentence);
  return words === undefined ? [] : [{ sentence, day: words }];
}

/** What happened between two days is a condition: 2025年1月1日至12月31日期间购买的. */
const IS_WHILE = /日\s*(?:期间|之间)/u;
/** 5月6日—8日. */
const DAYS_OF_MONTH = /(\d{1,2})(\s*月\s*)(\d{1,2}\s*日?\s*(?:至|到|[-—–~～]+)\s*)(\d{1,2}\s*日)/gu;

/** The last day that a sentence states in full. */
function writtenDeadline(text: string): string | undefined {
  const isLabelled = BEFORE_DEADLINE.test(text);
  if (IS_WHILE.test(text)) return undefined;
  if (hasRange(text)) {
    const isOfReader = isLabelled || new RegExp(OF_APPLYING, 'u').test(text);
    return isOfReader ? rangeIn(text)?.ends : undefined;
  }
  const written = (DEADLINE_AFTER_DAY.exec(text) ?? DEADLINE_BEFORE_DAY.exec(text))?.[1];
  if (written !== undefined) return dayIn(written);
  if (!isLabelled && !/(?:底|末)\s*(?:之前|以前|前|截止)/u.test(text)) return undefined;
  const [, year, month] = MONTH_END.exec(text) ?? YEAR_END.exec(text) ?? [];
  return year === undefined ? undefined : endOfMonth(Number(year), Number(month ?? 12));
}

const endOfMonth = (year: number, month: number) =>
  new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);

/** The last day of the sentence with the year of the document, if it is still to come in that year. */
function completed(text: string, documentDay: string | undefined): Pick<Deadline, 'day' | 'isCompleted'> {
  const whole = text.replace(DAYS_OF_MONTH, '$1$2$3$1$2$4');
  const last = Array.from(whole.matchAll(/(\d{1,2})\s*月\s*(\d{1,2})\s*日/gu)).at(-1);
  const [, month = '', day = ''] =
    /(\d{1,2})\s*月\s*(\d{1,2})\s*日(?:之前|以前|前)/u.exec(text) ?? last ?? [];
  const written = `${documentDay?.slice(0, 4)}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const isLater = documentDay !== undefined && isDate(written) && written >= documentDay;
  return isLater ? { day: written, isCompleted: true } : { day: undefined };
}
