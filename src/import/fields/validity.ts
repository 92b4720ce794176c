/** Finds from when until when a rule is valid: two dates, a date and a number of years, or the day of printing and a number of years. */
import type { Certainty, Prefilled } from '../../schema/starting-file.ts';
import { DAY_TEXT, dayIn, rangeIn, withArabicDates } from './calendar.ts';
import { sentences } from './sentences.ts';

const BEGINS = '(?:施行|执行|实施|生效|试行|提高|调整|实行|推行|推出|启用|开展)';
/** 自A起施行, 从A起提高低保标准; from A until B is a period. */
const FROM = new RegExp(
  `(?:自|从|^|[，。；])\\s*(${DAY_TEXT})\\s*(?:起|开始)(?!\\s*(?:至|到))[，,]?[^。；]{0,24}?${BEGINS}`,
  'u',
);
const PERIOD_LABEL =
  /(?:有效期|保险期[间限]?|(?:收购|补贴|补助|活动|服务|筛查|减免|优惠|试点|认购)(?:期[间限]?|时[间段])|(?:实施|执行|政策)(?:期[间限]?|时间)|什么时间|开放时间|在[^。；，]{2,8}(?:开展|实施|推行)[^。；]{2,20}(?:活动|行动))/u;
const OF_APPLYING = /申请|申报|报名|申领|缴费|受理|办理|登记|投保时间|认证|培训|公示|领取|截止|出生|预约/u;
const UNTIL = new RegExp(`(?:有效期|施行|执行|实施)[^。；]*?(?:至|到)\\s*(${DAY_TEXT})`, 'u');
const YEARS = /(?:有效期|试行期)(?:限)?\s*(?:为|是|：)?\s*([\d一二两三四五六七八九十]{1,2})\s*年/u;
const FROM_PRINTING =
  /自(?:(?:印发|发布|公布|下发|发文|公告)之日|(?:印发|发布|公布)(?:当日|日))起(?:正式)?(?:施行|执行|实施|生效|试行)/u;
const COUNT = '零一二三四五六七八九十';

interface Said {
  day: string;
  sentence: string;
  certainty: Certainty;
}

/** The fields validFrom and validUntil, as far as the text states them. `documentDay` is when the document was issued. */
export function validityFields(lines: readonly string[], documentDay?: string): Record<string, Prefilled> {
  const said = sentences(lines).map((sentence) => ({ sentence, text: withArabicDates(sentence) }));
  const period = periodIn(said);
  const start =
    firstDay(said, FROM) ?? (period && { ...period, day: period.starts }) ?? printed(said, documentDay);
  const end = period ? { ...period, day: period.ends } : (firstDay(said, UNTIL) ?? afterYears(said, start));
  const field = ({ day, sentence, certainty }: Said): Prefilled => ({
    value: day,
    from: certainty === 'position' ? `“${sentence}”，日子是照落款的日子补上的` : `“${sentence}”`,
    certainty,
  });
  return { ...(start && { validFrom: field(start) }), ...(end && { validUntil: field(end) }) };
}

type Sentences = readonly { sentence: string; text: string }[];

function firstDay(said: Sentences, pattern: RegExp): Said | undefined {
  for (const { sentence, text } of said) {
    const day = dayIn(pattern.exec(text)?.[1] ?? '');
    if (day !== undefined) return { day, sentence, certainty: 'stated' };
  }
  return undefined;
}

/** 实施期限为A至B, 保险期间为A至B. */
function periodIn(said: Sentences): (Omit<Said, 'day'> & { starts: string; ends: string }) | undefined {
  for (const { sentence, text } of said) {
    const range = PERIOD_LABEL.test(text) && !OF_APPLYING.test(text) ? rangeIn(text) : undefined;
    if (range !== undefined) return { ...range, sentence, certainty: 'stated' };
  }
  return undefined;
}

/** The day of a document that is valid from its printing on: the imprint may have a later one, so it is not certain. */
function printed(said: Sentences, documentDay: string | undefined): Said | undefined {
  const found = said.find(({ text }) => FROM_PRINTING.test(text));
  if (found === undefined || documentDay === undefined) return undefined;
  return { day: documentDay, sentence: found.sentence, certainty: 'position' };
}

/** The last day of a number of years from a day: five years from 2026-07-01 end on 2031-06-30. */
function afterYears(said: Sentences, start: Said | undefined): Said | undefined {
  const found = said.find(({ text }) => YEARS.test(text));
  const years = YEARS.exec(found?.text ?? '')?.[1] ?? '';
  const count = /^\d/.test(years) ? Number(years) : COUNT.indexOf(years.replace('两', '二'));
  if (found === undefined || start === undefined || !(count > 0)) return undefined;
  const [year = 0, month = 1, day = 1] = start.day.split('-').map(Number);
  const last = new Date(Date.UTC(year + count, month - 1, day - 1)).toISOString().slice(0, 10);
  const certainty = start.certainty === 'position' ? 'position' : 'sentence';
  return { day: last, sentence: found.sentence, certainty };
}
