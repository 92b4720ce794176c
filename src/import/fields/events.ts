/** Finds when a notice's event begins and ends. A wrong date would be printed on posters: an uncertain one is left to the editor. */
import { DAY, dayIn, hasRange, rangeIn, withArabicDates } from './calendar.ts';
import { deadlinesIn } from './deadlines.ts';

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
  if (hasRange(text)) {
    const range = rangeIn(text);
    return range && { sentence, ...range };
  }
  const days = Array.from(text.matchAll(new RegExp(DAY, 'g')));
  const starts = days.length === 1 ? dayIn(text) : undefined;
  return starts === undefined ? undefined : { sentence, starts, ends: undefined };
}
