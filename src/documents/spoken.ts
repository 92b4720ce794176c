/**
 * A written text as it is read over a loudspeaker: without figures and without silent signs. A list of steps converts one kind of
 * notation each, so that a later step finds no figure of an earlier one. No lookbehind: old versions of Safari do not support it.
 */
import { clockOf, dayOf, formatDate } from './dates.ts';
import { marks } from './spoken-marks.ts';
import {
  speakCount,
  speakDigits,
  speakFigures,
  speakNumber,
  speakPhone,
  speakYear,
} from './spoken-number.ts';
import { phoneSteps } from './spoken-phones.ts';
import { DASH, each, MEASURE, NUMBER, PHONE_PAUSE, type Step, YEAR } from './spoken-step.ts';
import { clocks, days, namedDays, weekdays } from './spoken-times.ts';
import { negatives, signsOfReckoning, units } from './spoken-units.ts';

const TO = `(?:${DASH}|至|到)`;
/** Text after a year that is written without 年. */
const YEAR_GOES_ON = `(?=[一-鿿])(?!${MEASURE}|多|余|来|号|级|度|[百十])`;
const PROVINCES = '京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新';
const ROMAN = 'ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ';
const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];

const signs: readonly Step[] = [
  ...marks,
  each(/(?:https?:\/\/|www\.)[^\s，。；、）》一-鿿]+/g, () => ''),
  each(/[０-９Ａ-Ｚａ-ｚ％．＋＝＜＞／＃＆]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0)),
  each(/[・•‧∙⋅]/g, () => '·'),
  each(/[①-⑳]/g, (sign) => `${sign.charCodeAt(0) - 0x245f}，`),
  // A numeral says which one, never how many: Ⅱ类 is 二类.
  each(/[Ⅰ-Ⅻ]/g, (sign) => NUMERALS[ROMAN.indexOf(sign)] ?? sign),
  each(/&/g, () => '和'),
  // A list in one line: 1.带身份证 2.带户口本.
  each(/\s+(\d{1,2})[.、](?=[^\d\s])/g, (_, number) => `。${number}，`),
  each(/(\d)M(?=宽带|流量|光纤|网)/g, (_, digit) => `${digit}兆`),
];

/** GB/T 2. */
const standards: Step = each(/(GB|DB\d*|NY|LY)\/T/g, (_, name) => `${name}T`);

/** Codes: figure by figure, or in parts. */
const codes: readonly Step[] = [
  each(
    new RegExp(`([${PROVINCES}][A-Z])[· ]?((?=[A-Z]{0,5}\\d)[A-Z0-9]{4,6})(?![A-Za-z0-9])`, 'g'),
    (_, place, code = '') => place + code.replace(/\d+/g, speakFigures),
  ),
  each(
    new RegExp(`[〔\\[（(﹝](${YEAR})[〕\\]）)﹞]第?(\\d+)(?:${TO}(\\d+))?号`, 'g'),
    (_, year = '', number = '', last) =>
      `${speakYear(year)}年${speakNumber(number)}${last ? `到${speakNumber(last)}` : ''}号`,
  ),
  each(new RegExp(`[〔（(](${YEAR})[〕）)](?=[一-鿿])`, 'g'), (_, year = '') => `（${speakYear(year)}）`),
  standards,
  each(/([A-Z]) ?(\d{2,})-((?:19|20)\d{2})(?![\d年])/g, (_, letter, figures = '', year = '') => {
    return `${letter}${speakFigures(figures)}杠${speakYear(year)}`;
  }),
  each(/([GDCZTKYLS])(\d{1,4})(?=次)/g, (_, letter, figures = '') => letter + speakFigures(figures)),
  each(new RegExp(`([A-Za-z])-?(\\d{3,})(?![\\d.]|${MEASURE})`, 'g'), (_, letter, figures = '') => {
    return letter + speakFigures(figures);
  }),
  each(
    /(^|[^\d.,])(\d{3,4})(?=国道|省道|县道|乡道|室|房间|路公交|路车|寝室|宿舍)/g,
    (_, before, figures = '') => {
      return before + speakFigures(figures);
    },
  ),
  each(/(^|[^\d.])(\d+(?:\.\d+){2,})(?![\d.])/g, (_, before, version = '') => {
    return before + version.split('.').map(speakNumber).join('点');
  }),
  each(/(^|[^\d-])(\d{1,4}(?:-\d{1,4}){2,})(?![\d-])/g, (_, before, code = '') => {
    return (
      before +
      code
        .split('-')
        .map((part) => (part.length > 2 ? speakFigures(part) : speakNumber(part)))
        .join('杠')
    );
  }),
];

const numbers: readonly Step[] = [
  each(new RegExp(`(${YEAR})年?${TO}(${YEAR})(?=学?年)`, 'g'), (_, from = '', to = '') => {
    return `${speakYear(from)}年到${speakYear(to)}`;
  }),
  each(new RegExp(`(${YEAR})(?=学?年|届|级|中央)`, 'g'), (_, year = '') => speakYear(year)),
  each(new RegExp(`(^|[^\\d.,¥￥第约共达到为])(20[1-4]\\d)${YEAR_GOES_ON}`, 'g'), (_, before, year = '') => {
    return before + speakYear(year);
  }),
  ...(['%', '‰'] as const).flatMap((sign) => {
    const of = sign === '%' ? '百分之' : '千分之';
    return [
      each(new RegExp(`(负?)(${NUMBER})${sign}?(到|至)(负?)(${NUMBER})${sign}`, 'g'), (...found) => {
        const [, sign1 = '', from = '', word, sign2 = '', to = ''] = found;
        return `${sign1}${of}${speakNumber(from)}${word}${sign2}${of}${speakNumber(to)}`;
      }),
      each(new RegExp(`(${NUMBER})\\s*${sign}`, 'g'), (_, number = '') => {
        return number === '100' && sign === '%' ? '百分之百' : `${of}${speakNumber(number)}`;
      }),
    ];
  }),
  each(/(^|[^\d./])(\d{1,4})\s*\/\s*(\d{1,4})(?![\d/.])/g, (_, before, part = '', whole = '') => {
    const isFraction = Number(part) < Number(whole);
    return (
      before +
      (isFraction
        ? `${speakNumber(whole)}分之${speakNumber(part)}`
        : `${speakNumber(part)}比${speakNumber(whole)}`)
    );
  }),
  each(new RegExp(`[¥￥]\\s*(${NUMBER})([万亿]?)元?`, 'g'), (_, number, unit) => `${number}${unit}元`),
  each(new RegExp(`\\$\\s*(${NUMBER})([万亿]?)`, 'g'), (_, number, unit) => `${number}${unit}美元`),
  each(/(\d)\.0+(?=[万亿]?元)/g, (_, digit) => digit),
  each(/(\.\d*[1-9])0+(?=[万亿]?元)/g, (_, decimals) => decimals),
  each(
    /第\s*(\d+(?:\.\d+)?)(?:(到|至|、)(\d+(?:\.\d+)?))?/g,
    (_, number = '', word = '', last = '') =>
      `第${speakNumber(number)}${last ? `${word}${speakNumber(last)}` : ''}`,
  ),
  each(new RegExp(`(${NUMBER})(?=(?:[到至、]${NUMBER})?(?:多|余)?${MEASURE})`, 'g'), (_, number = '') =>
    speakCount(number),
  ),
  // Seven or more figures without a counted word are an identifier, not a quantity.
  each(new RegExp(NUMBER, 'g'), (number) =>
    /^\d{7,}$/.test(number) ? speakPhone(number) : speakNumber(number),
  ),
];

/** Letters of scripts that put spaces between words; Chinese does not. */
const SPACED = '[^\\P{L}\\p{Script=Han}]\\p{M}*';

const silence: readonly Step[] = [
  each(/[《》〈〉「」『』“”‘’"'·]/g, () => ''),
  each(/[（(【[〔]/g, () => '，'),
  each(/[）)】\]〕]/g, () => '，'),
  each(/[:：—–]+/g, () => '，'),
  each(/،|\s*༎/g, () => '，'),
  each(/…+/g, () => '。'),
  each(/[۔؟؛།]\s*/g, () => '。'),
  each(/\s*[/|｜]\s*/g, () => '或'),
  each(
    /([零一二三四五六七八九十百千万幺])[-−－](?=[零一二三四五六七八九十幺])/g,
    (_, before) => `${before}杠`,
  ),
  each(/([^A-Za-z])[-−－]+|[-−－]+(?![A-Za-z])/g, (_, before = '') => before),
  each(/\.(?![A-Za-z\d])/g, () => '，'),
  each(/[#@*^_~～`\\<>☑☐□→]/g, () => ''),
  each(new RegExp(`(${SPACED})[^\\S\\n]+(?=\\p{L})(?!\\p{Script=Han})|[^\\S\\n]+`, 'gu'), (_, letter) => {
    return letter ? `${letter} ` : '';
  }),
  each(/[，、]*([。！？；!?;\n])[，、]*/g, (_, end = '') => end),
  each(/[，、,]{2,}|,/g, () => '，'),
  each(/^[，、]+|[，、]+$/g, () => ''),
];

/** Digits, and the signs that `signs` converts to digits. */
const FIGURE = /[\d０-９①-⑳]/;

/** The steps that apply to a text without figures, in the same order: most sentences have none. */
const stepsWithoutFigures: readonly Step[] = [
  ...signs,
  weekdays,
  standards,
  ...units,
  ...signsOfReckoning,
  ...silence,
];

/** All steps, by the list of telephone numbers: all sentences of a script have the same list. */
const allSteps = new WeakMap<readonly string[], readonly Step[]>();

function stepsFor(phones: readonly string[]): readonly Step[] {
  const steps = allSteps.get(phones) ?? [
    ...signs,
    ...days,
    clocks,
    ...namedDays,
    ...phoneSteps(phones),
    ...codes,
    ...negatives,
    ...units,
    ...signsOfReckoning,
    ...numbers,
    ...silence,
  ];
  allSteps.set(phones, steps);
  return steps;
}

const NO_PHONES: readonly string[] = [];

/** Like `spokenText`, with `PHONE_PAUSE` for the pauses inside telephone numbers. */
export function spokenUncut(text: string, phones: readonly string[] = NO_PHONES): string {
  const steps = FIGURE.test(text) ? stepsFor(phones) : stepsWithoutFigures;
  const said = steps.reduce((sum, step) => step(sum), text.trim());
  // Fallback: no figure is left for the reader.
  return said.replace(/\d/g, (digit) => speakDigits(digit));
}

/** The text as it is said, 1,500公斤 → 一千五百公斤; `phones` are numbers that are always dialled. */
export function spokenText(text: string, phones: readonly string[] = []): string {
  return spokenUncut(text, phones).split(PHONE_PAUSE).join('，');
}

/** A date or time as it is said, 2025-12-31 → 二〇二五年十二月三十一日. */
export function spokenTime(when: string): string {
  const clock = clockOf(when);
  return spokenText(clock === undefined ? formatDate(when) : `${formatDate(dayOf(when))} ${clock}`);
}
