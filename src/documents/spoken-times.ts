/** Days and times as people say them; spoken.ts converts the remaining figures. */

import { speakDigits, speakFigures } from './spoken-number.ts';
import { DASH, each, MEASURE, type Step, YEAR } from './spoken-step.ts';

const MONTH = '(?:0?[1-9]|1[0-2])';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])';
const TO = `(?:${DASH}|至|到)`;
/** Context that makes 1:50 a ratio and no time. */
const MIXED_BEFORE = /(?:比例尺?|比|稀释|兑水?|配比?|按|掺)[为是：:成]?$/;
const MIXED_AFTER = /^的?(?:比例|比|兑|稀释|配|混|掺|浓度|地形图)/;

const bare = (figures = '') => figures.replace(/^0(?=\d)/, '');

/** The day of the week belongs to the day, without a pause. */
export const weekdays: Step = each(
  /([日号])[（(]((?:星期|周|礼拜)[一二三四五六日天])[）)]/g,
  (_, day, week) => `${day}${week}`,
);

/** Days in figures, in any notation, and spans of them that leave out the year or the month. */
export const days: readonly Step[] = [
  each(
    new RegExp(`(${YEAR})([-/.])(${MONTH})\\2(${DAY})${TO}(${MONTH})([-/.])(${DAY})(?!\\d)`, 'g'),
    (_, year, _sign, month, day, toMonth, _other, toDay) =>
      `${year}年${bare(month)}月${bare(day)}日到${bare(toMonth)}月${bare(toDay)}日`,
  ),
  each(
    new RegExp(
      `(${YEAR})([-/.])(${MONTH})\\2(${DAY})日?(?!\\d)T?(?:\\s*(?:[~～—–]|至|到)\\s*(${DAY})日?(?![\\d.:：/年月-]))?`,
      'g',
    ),
    (_, year, _sign, month, day, toDay) =>
      `${year}年${bare(month)}月${bare(day)}日${toDay ? `到${bare(toDay)}日` : ''}`,
  ),
  each(
    new RegExp(`(^|[^\\d.])(${YEAR})[-/.](0[1-9]|1[0-2])(?![\\d万千亿元%.-])`, 'g'),
    (_, before, year, month) => `${before}${year}年${bare(month)}月`,
  ),
  each(
    /(^|[^\d.:：])0(\d)(?=\s*(?:[月日号时点]|[-~～—至到]+0?\d{1,2}[月日]))/g,
    (_, before, digit) => `${before}${digit}`,
  ),
  weekdays,
];

const PAIRS = /(^|[^\d:：.])(\d+(?:\.\d+)?)\s*[:：∶]\s*(\d+(?:\.\d+)?)((?:[:：∶]\d+(?:\.\d+)?)*)(?![\d:：])/g;

/** Times, 8:30 → 上午8点30分, 24:00 → 晚上12点, and ratios that look like times: 1:500, 3:1. */
export function clocks(text: string): string {
  return text
    .replace(
      PAIRS,
      (whole: string, before: string, first: string, second: string, others: string, at: number) => {
        const [ahead, behind] = [text.slice(0, at + before.length), text.slice(at + whole.length)];
        const isMixed = MIXED_BEFORE.test(ahead) || MIXED_AFTER.test(behind);
        if (isClock(first, second, others) && !isMixed) return whole;
        return `${before}${[first, second, ...others.split(/[:：∶]/).filter(Boolean)].join('比')}`;
      },
    )
    .replace(
      /(凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间|早|晚)?\s*(\d{1,2})[:：](\d{2})(?::\d{2})?(?!\d)/g,
      (_, part: string | undefined, hour: string, minute: string) => speakTime(part, Number(hour), minute),
    );
}

function isClock(hour: string, minute: string, seconds: string): boolean {
  const isWritten = /^\d{1,2}$/.test(hour) && /^\d{2}$/.test(minute) && /^(?:[:：]\d{2})?$/.test(seconds);
  return isWritten && Number(hour) <= 24 && Number(minute) < 60;
}

/** 9:00 → 上午9点, 14:05 → 下午2点05分; a written part of the day is preserved, and 2:30 alone stays ambiguous. */
function speakTime(part: string | undefined, hour: number, minute: string): string {
  const spoken = part ?? partOfDay(hour);
  return `${spoken}${hour > 12 ? hour - 12 : hour}点${minute === '00' ? '' : `${minute}分`}`;
}

function partOfDay(hour: number): string {
  if (hour === 0) return '凌晨';
  if (hour < 6) return '';
  if (hour < 12) return '上午';
  if (hour < 13) return '中午';
  return hour < 18 ? '下午' : '晚上';
}

/** Days named by their figures: 3·15 → 三一五, 5·12 → 五一二; also a number in quotation marks, “315”. */
export const namedDays: readonly Step[] = [
  each(
    new RegExp(`(^|[^\\d.·])(${MONTH})·(${DAY})(?![\\d.·]|[万亿元个米斤倍％%])`, 'g'),
    (_, before, month, day) => {
      // Only the National Day is said with 十.
      if (month === '10' && day === '1') return `${before}十一`;
      return `${before}${speakDigits(`${month}${day}`)}`;
    },
  ),
  each(
    new RegExp(
      `(^|[^\\d.·])(${MONTH})\\.(${DAY})(?!\\d|${MEASURE})(?=[一-鿿]{0,8}?(?:日|节|晚会|地震|事变))`,
      'g',
    ),
    (_, before, month, day) => `${before}${speakDigits(`${month}${day}`)}`,
  ),
  each(/(^|[^\d.,])(\d{3})(?=晚会|地震|事变|防灾|护士节|消费者权益|维权)/g, (_, before, figures = '') => {
    return before + speakDigits(figures);
  }),
  each(/(\d)·(?=\d)/g, (_, digit) => `${digit}.`),
  each(/([“"‘「『])(\d{3})([”"’」』])(?!元|人|户)/g, (_, opening, figures = '', closing) => {
    const isRung = /^1[12]\d$/.test(figures);
    return `${opening}${isRung ? speakFigures(figures) : speakDigits(figures)}${closing}`;
  }),
];
