/** Telephones as people say them, figure by figure with 幺, with the pauses of their groups: 0357-5122345 → 零三五七，五幺二二三四五. */
import { speakDigits, speakFigures } from './spoken-number.ts';
import { DASH, each, MEASURE, PHONE_PAUSE, type Step } from './spoken-step.ts';

const GAP = '[-—–－−‐‑ 　]';
/** Three figures in the largest cities, four elsewhere. */
const AREA = '0(?:10|2\\d|[3-9]\\d{2})';
const LOCAL = `[1-9]\\d{2,3}${GAP}?\\d{4}`;
const EXTENSION = `(?:\\s*(?:转|接|分机号?[:：]?|-)\\s*(\\d{1,6})(?!\\d|${MEASURE}))?`;

/** Numbers that are telephones in any context: the groups of each, then the extension. */
const shapes = [
  `(?:\\+?86${GAP}?)?[（(]?(0\\d{2,4})[）)]?${GAP}(\\d{3,4})${GAP}(\\d{3,4})`,
  `\\+?86${GAP}(\\d{2,3})${GAP}(\\d{7,8})`,
  // A local number without an area code, but with an extension.
  `([2-9]\\d{6,7})(?=-\\d{1,5}(?!\\d|[.,%]|${MEASURE}))`,
  `(?:\\+?86${GAP}?)?[（(]?(${AREA})[）)]?${GAP}*(${LOCAL})`,
  `([48]00)${GAP}?(\\d{3})${GAP}?(\\d{4})`,
  `(?:\\+?86${GAP}?)?(1[3-9]\\d)${GAP}?(\\d{4})${GAP}?(\\d{4})`,
].map((shape) => new RegExp(`(^|[^\\d.])${shape}${EXTENSION}(?!\\d)`, 'g'));

const said = (groups: readonly (string | undefined)[]) =>
  groups
    .filter((group) => group !== undefined)
    .map((group) => speakFigures(group))
    .join(PHONE_PAUSE);

const longPhones: readonly Step[] = shapes.map(
  (shape) => (text) =>
    text.replace(shape, (...found: unknown[]) => {
      const [, before = '', ...groups] = found.slice(0, -2) as (string | undefined)[];
      const extension = groups.pop();
      return `${before}${said(groups)}${extension ? `转${speakDigits(extension)}` : ''}`;
    }),
);

/** Text before a number that is dialled: 打110, 打110、119. */
const DIALLED =
  /(?:打|拨|拨打|电话|号码|热线|叫|呼叫|致电|座机|总机|短号|手机|传真|[Tt][Ee][Ll]|☎|📞)[了是到为：:.（( 　]*(?:\d{3,8}(?:、|和|或者?|，|\/))*$/;
const COUNTED = `(?:[\\d,.%万千百亿‰]|\\s*(?:${MEASURE}|(?:kWh|[A-Za-z]{1,2})(?![A-Za-z])|[μµ℃°㎡㎏㎞]|个|周岁))`;
/** 12345元, and the beginning of 10000—12000元. */
const IS_COUNTED = new RegExp(`^(?:${COUNTED}|(?:${DASH}|至|到)\\d[\\d,.]*${COUNTED})`);
const URGENT = '1(?:10|12|14|19|20|22)';
const isUrgentNumber = new RegExp(`^${URGENT}$`);
const urgentBefore = new RegExp(
  `(?:^|[^\\d])(?:${URGENT}(?:、|和|或者?|，|/)|(?:报警|火警|急救|救护|匪警|消防)[车找（(]?)$`,
);
const urgentAfter = new RegExp(
  `^(?:(?:、|和|或者?|，|/)${URGENT}(?!\\d)|[）)]?(?:报警|火警|急救|救护|消防|求助|电话|热线|专线|警|救援|联动|宣传|中心|平台|交通事故))`,
);

/** Service numbers, numbers after 打, and those in `phones`; never quantities, 12345元. */
function shortPhones(phones: readonly string[]): Step {
  return (text) =>
    text.replace(/\d+/g, (digits, at: number) => {
      const [before, after] = [text.slice(0, at), text.slice(at + digits.length)];
      if (/[,.¥￥第〔比×]$/.test(before) || IS_COUNTED.test(after)) return digits;
      const isService = /^(?:12[13]\d{2}|9[56]\d{3,4}|100(?:00|10|86|99))$/.test(digits);
      const isDialled = /^\d{3,8}$/.test(digits) && DIALLED.test(before);
      const isUrgent = isUrgentNumber.test(digits) && (urgentBefore.test(before) || urgentAfter.test(after));
      return isService || isDialled || isUrgent || phones.includes(digits) ? speakFigures(digits) : digits;
    });
}

/** 电话 512 2345: groups of a dialled number, as long as a telephone number. */
const groups: Step = (text) =>
  text.replace(/\d{2,5}(?:[- ]\d{2,5}){1,4}(?![\d.,:：%月日年])/g, (number, at: number) => {
    const isLong = number.replace(/\D/g, '').length >= 7;
    return isLong && DIALLED.test(text.slice(0, at)) ? said(number.split(/\D/)) : number;
  });

const urgentLists = each(new RegExp(`(${URGENT})/(?=${URGENT}(?!\\d))`, 'g'), (_, number) => `${number}、`);

/** 五幺二二三四五/46: the last figures of another number. */
const lastFigures = each(
  /([零幺二三四五六七八九])\s*\/\s*(\d{1,4})(?![\d年月日号元.%-])/g,
  (_, before, figures = '') => {
    return `${before}或${speakFigures(figures)}`;
  },
);

const extensions = each(
  new RegExp(`(转|分机号?[:：]?)\\s*(\\d{1,6})(?!\\d|${MEASURE}|[.%])`, 'g'),
  (_, word, number = '') => `${word}${speakDigits(number)}`,
);

/** The steps, given the numbers that are always dialled. */
export function phoneSteps(phones: readonly string[]): readonly Step[] {
  const grouped = phones.filter((phone) => /\d\D+\d/.test(phone));
  return [
    // A grouped number of the list is matched with its groups.
    (text) =>
      grouped.reduce(
        (sum, phone) => (sum.includes(phone) ? sum.split(phone).join(said(phone.split(/\D+/))) : sum),
        text,
      ),
    ...longPhones,
    lastFigures,
    groups,
    urgentLists,
    shortPhones(phones),
    extensions,
  ];
}
