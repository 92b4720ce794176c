/**
 * A written text as somebody says it over a loudspeaker: no figure is left, and no sign that has no sound. Works by
 * a list of steps, each turning one kind of writing into words, so that a later one meets no figure of an earlier.
 * No lookbehind: phones with an old Safari do not know it.
 */
import { clockOf, dayOf, sayDate } from './dates.ts';
import { sayCount, sayNumber, sayPhone, sayYear } from './spoken-number.ts';

/** What is counted with 两 and not 二: 2个, 2天; but 2月, 2日, 2号, 2级, 2年级. */
const MEASURE =
  '(?:个|名|位|人|户|家|口|天|年(?!级)|周|岁|次|回|趟|遍|倍|元|块|万|千|亿|斤|公斤|千克|克|吨|亩|公顷|公里|里|米|厘米|平方|立方|升|小时|分钟|秒|点|件|样|种|条|张|本|份|套|间|栋|座|辆|台|头|只|匹|棵|株|袋|箱|瓶|盒|步|批|层|场|项|道|页|处|所|门|节|对|双|把|根|片|颗|顿|班|组|队|类|成|笔)';
const NUMBER = '\\d[\\d,]*(?:\\.\\d+)?';
const YEAR = '(?:19|20)\\d{2}';
const DASH = '\\s*[-~～—–－]+\\s*';

type Step = (text: string) => string;

/** Every match replaced by what `say` makes of it: the whole match, then its groups. */
function each(pattern: RegExp, say: (...parts: string[]) => string): Step {
  return (text) => text.replace(pattern, (...found: unknown[]) => say(...(found as string[])));
}

const signs: readonly Step[] = [
  each(/https?:\/\/[^\s，。；）]+/g, () => ''),
  each(/[０-９Ａ-Ｚａ-ｚ％．]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
];

const dates: readonly Step[] = [
  each(/(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)(?:\s+(\d{2}:\d{2}))?/g, (_, year, month, day, clock) => {
    const when = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
    return clock ? `${sayDate(dayOf(when))} ${clock}` : sayDate(when);
  }),
  each(/(凌晨|早上|上午|中午|下午|傍晚|晚上)?\s*(\d{1,2})[:：](\d{2})(?!\d)/g, (_, part, hour, minute) =>
    sayClock(part, Number(hour), minute ?? '00'),
  ),
];

/** 9:00 → 上午9点, 14:05 → 下午2点05分; the part of the day that was written is kept, and 2:30 alone is left open. */
function sayClock(part: string | undefined, hour: number, minute: string): string {
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

/** What may stand before an emergency number that is to be dialled: 打110, 打110、119. */
const DIALLED = /(?:打|拨|电话|号码|热线|叫)[了是到：: ]*(?:\d{3,8}(?:、|和|或者?|，))*$/;
const IS_COUNTED = new RegExp(`^(?:[\\d,.%万千百亿]|${MEASURE})`);

const longPhones = each(
  /0\d{2,3}[-—–－ ]\d{7,8}(?:-\d{1,5})?|400-?\d{3}-?\d{4}|(?:^|[^\d])1[3-9]\d{9}(?!\d)/g,
  (phone) => (/^\d/.test(phone) ? sayPhone(phone) : phone.slice(0, 1) + sayPhone(phone.slice(1))),
);

/** Service numbers, numbers after 打, and those in `phones`; never what is counted, 12345元. */
function shortPhones(phones: readonly string[]): Step {
  return (text) =>
    text.replace(/\d+/g, (digits, at: number) => {
      const [before, after] = [text.slice(0, at), text.slice(at + digits.length)];
      if (/[,.¥￥第]$/.test(before) || IS_COUNTED.test(after)) return digits;
      const isService = /^(?:12[13]\d{2}|9[56]\d{3})$/.test(digits);
      const isDialled = /^\d{3,8}$/.test(digits) && DIALLED.test(before);
      return isService || isDialled || phones.includes(digits) ? sayPhone(digits) : digits;
    });
}

const numbers: readonly Step[] = [
  each(
    new RegExp(`[〔\\[（(](${YEAR})[〕\\]）)]第?(\\d+)号`, 'g'),
    (_, year = '', number = '') => `${sayYear(year)}年${sayNumber(number)}号`,
  ),
  each(new RegExp(`(${YEAR})年?(?:${DASH}|至|到)(${YEAR})(?=学?年)`, 'g'), (_, from = '', to = '') => {
    return `${sayYear(from)}年到${sayYear(to)}`;
  }),
  each(new RegExp(`(${YEAR})(?=学?年|届|级|中央)`, 'g'), (_, year = '') => sayYear(year)),
  each(new RegExp(`[-−](${NUMBER})(摄氏度|度)`, 'g'), (_, number = '', unit = '') => `零下${number}${unit}`),
  each(
    new RegExp(`([\\d%元日号月年岁天点个人名户亩斤度℃万千百分])${DASH}(?=[\\d上下中早晚凌傍])`, 'g'),
    (_, unit) => `${unit}到`,
  ),
  each(new RegExp(`(${NUMBER})%?到(${NUMBER})%`, 'g'), (_, from = '', to = '') => {
    return `百分之${sayNumber(from)}到百分之${sayNumber(to)}`;
  }),
  each(new RegExp(`(${NUMBER})%`, 'g'), (_, number = '') => `百分之${sayNumber(number)}`),
  each(new RegExp(`(${NUMBER})‰`, 'g'), (_, number = '') => `千分之${sayNumber(number)}`),
  each(
    /(\d{1,3})\/(\d{1,3})(?![\d/])/g,
    (_, part = '', whole = '') => `${sayNumber(whole)}分之${sayNumber(part)}`,
  ),
  each(new RegExp(`[¥￥]\\s*(${NUMBER})([万亿]?)`, 'g'), (_, number, unit) => `${number}${unit}元`),
  each(/(\d)\s*[×xX*]\s*(?=\d)/g, (_, digit) => `${digit}乘`),
  each(/第(\d+)/g, (_, number = '') => `第${sayNumber(number)}`),
  each(new RegExp(`(${NUMBER})(?=(?:到${NUMBER})?${MEASURE})`, 'g'), (_, number = '') => sayCount(number)),
  // So many figures with nothing counted after them are the number of something, not how many.
  each(new RegExp(NUMBER, 'g'), (number) => (/^\d{7,}$/.test(number) ? sayPhone(number) : sayNumber(number))),
];

const units: readonly Step[] = [
  each(/\s*(?:㎡|m²)/g, () => '平方米'),
  each(/\s*(?:km|㎞)/g, () => '公里'),
  each(/\s*(?:kg|㎏)/g, () => '公斤'),
  each(/℃/g, () => '摄氏度'),
  each(/([元角分斤克吨度升])\s*\/\s*/g, (_, unit) => `${unit}每`),
  each(/[（(]含[）)](?=以[上下])/g, () => '及'),
  each(/[≥⩾]/g, () => '不少于'),
  each(/[≤⩽]/g, () => '不超过'),
  each(/≈/g, () => '约'),
  each(/(\d)\s*\+\s*(?=\d)/g, (_, digit) => `${digit}加`),
];

const silence: readonly Step[] = [
  each(/[《》〈〉「」『』“”‘’"'·]/g, () => ''),
  each(/[（(【[]/g, () => '，'),
  each(/[）)】\]]/g, () => '，'),
  each(/[:：—–]+/g, () => '，'),
  each(/…+/g, () => '。'),
  each(/\s*[/|]\s*/g, () => '或'),
  each(/([a-zA-Z])\s+(?=[a-zA-Z])|[^\S\n]+/g, (_, letter) => (letter ? `${letter} ` : '')),
  each(/[，、]*([。！？；!?;\n])[，、]*/g, (_, end = '') => end),
  each(/[，、,]{2,}|,/g, () => '，'),
  each(/^[，、]+|[，、]+$/g, () => ''),
];

/** The text as it is said, 1,500公斤 → 一千五百公斤; `phones` are numbers that are dialled, whatever they look like. */
export function spokenText(text: string, phones: readonly string[] = []): string {
  const steps = [...signs, ...dates, longPhones, shortPhones(phones), ...units, ...numbers, ...silence];
  return steps.reduce((said, step) => step(said), text.trim());
}

/** A day or moment as it is said, 2025-12-31 → 二〇二五年十二月三十一日. */
export function spokenTime(when: string): string {
  const clock = clockOf(when);
  return spokenText(clock === undefined ? sayDate(when) : `${sayDate(dayOf(when))} ${clock}`);
}
