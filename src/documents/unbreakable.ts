/**
 * The parts of a spoken text that must not be cut in two: a number with its counted word, a day, a time, a span of either, a share,
 * a ratio, a telephone number. Recognised by the words themselves, so that 三百公斤 is as whole as 300公斤.
 */
import { MEASURE, PHONE_PAUSE } from './spoken-step.ts';

const N = '[零〇一二三四五六七八九十百千万亿两幺]';
const NUM = `${N}+(?:点${N}+)?[多来余几]?半?`;
const MORE_UNITS =
  '个百分点|百分点|个工作日|工作日|个月|个小时|个半|摄氏度|千伏安|千伏|毫安|千赫兹|兆帕|千帕|毫米汞柱|微米|纳米|分米|立方厘米|米每秒|公里每小时|周岁|年级|学年|年度|度电|美元|块钱|分钱|人次|批次|国道|省道|县道|月|日|号|时|级|版|条|款|届|期|度|角|毛|分|度|斤半|楼|单元|室|组|队|班|路';
const UNIT = `(?:${MORE_UNITS}|${MEASURE.slice(3, -1)})`;
const WEEKDAY = '(?:星期|周|礼拜)[一二三四五六日天]';
const PART_OF_DAY = '(?:凌晨|清晨|早上|早晨|上午|中午|下午|傍晚|晚上|夜里|夜间)';
const SHARE = `[百千万]分之${NUM}|${NUM}分之${NUM}`;
const COUNTED = `(?:第|零下|负|正负|加)?[A-Za-z]*${NUM}(?:${UNIT}半?|[A-Za-z]+)?(?:每${UNIT})*`;
const ITEM = `(?:${SHARE}|${PART_OF_DAY}(?=${N})|${WEEKDAY}|${COUNTED})`;
const LINK = `(?:到|至|比|乘以?|加|减|除以|等于|杠|转|${PHONE_PAUSE})(?:次日|翌日|当日|当天)?`;
const LIST = `(?:${N}{1,3}、){1,4}(?=${NUM}${UNIT})`;

/** Whole spans first, then their parts, for spans that are longer than a breath. */
const SPAN = `(?:${LIST})?${ITEM}+(?:${LINK}${ITEM}+)*`;
const DAY = `(?:${NUM}年)?(?:${NUM}月)?${NUM}[日号](?:${WEEKDAY})?(?:(?:到|至)(?:${NUM}年)?(?:${NUM}月)?${NUM}[日号](?:${WEEKDAY})?)?`;
const CLOCK = `${PART_OF_DAY}?${NUM}点(?:${NUM}分|半)?(?:(?:到|至)${PART_OF_DAY}?${NUM}点(?:${NUM}分|半)?)?`;
const DAY_THEN_CLOCK = new RegExp(`^(${DAY})(${CLOCK})$`);

const UNBREAKABLE = new RegExp(`${SPAN}|[^\\P{L}\\p{Script=Han}][\\p{L}\\p{M}]*`, 'gu');

/** Nobody writes a longer span, in characters. */
const MAX_SPAN_LENGTH = 60;

/**
 * A spoken text in pieces that are not cut: each a character, or characters that belong together. A day and the hours of that day,
 * longer together than `maxLength` characters, are two pieces.
 */
export function splitUnbreakable(text: string, maxLength: number): string[] {
  const pieces: string[] = [];
  let at = 0;
  for (const match of text.matchAll(UNBREAKABLE)) {
    const [found] = match;
    pieces.push(...text.slice(at, match.index), ...shortened(found, maxLength));
    at = match.index + found.length;
  }
  return [...pieces, ...text.slice(at)];
}

function shortened(found: string, maxLength: number): string[] {
  if ([...found].length <= maxLength) return [found];
  const parts = DAY_THEN_CLOCK.exec(found);
  if (parts) return [parts[1] ?? '', parts[2] ?? ''];
  return [...found].length <= MAX_SPAN_LENGTH && /[年月日号点到至]/.test(found) ? [found] : [...found];
}
