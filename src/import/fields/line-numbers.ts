/** The numbers in front of parts and items of official documents (GB/T 9704, 7.3.3), and the bullets of letters and web pages. */

const CHINESE = '[一二三四五六七八九十百零\\d]+';
/** From the highest; a year as in 1.2026年 is no second number. */
const NUMBERS: readonly RegExp[] = [
  new RegExp(`^第${CHINESE}[章编]\\s*`, 'u'),
  new RegExp(`^第${CHINESE}条\\s*`, 'u'),
  /^(?:[一二三四五六七八九十]{1,3}\s*[、.．]|[一二三四五六七八九十]{1,2}\u3000+(?=\p{Script=Han})|[Ⅰ-Ⅻ]{1,4}\s*[、.．])\s*/u,
  /^(?:[（(][一二三四五六七八九十]{1,3}[）)]\s*[、.．]?|[㈠-㈩]|[甲乙丙丁戊己庚辛壬癸]\s*[、.．])\s*/u,
  new RegExp(
    `^(?:第${CHINESE}步|第[一二三四五六七八九十](?=[，、])|其[一二三四五六](?=[，、])|步骤${CHINESE}|(?:方法|方式|途径|渠道)[一二三四五六](?=[：:、，\\s])|第${CHINESE}种)\\s*[：:、，.]?\\s*`,
    'u',
  ),
  /^\d{1,2}\s*(?:[.．)）](?!\d(?!0\d\d年|\d?(?:周岁|岁|个|名|天|日)))|、|\s+(?=\p{Script=Han})(?![个年月日天元人户亩万周岁名次小号楼至到]))\s*/u,
  /^\d{1,2}(?:[.．]\d{1,2}){1,3}(?:[.．、]\s*|\s+)(?=\p{Script=Han})(?!万?元|亿|倍|亩|[米斤吨公升])/u,
  /^(?:[（(]\d{1,2}[）)]|[⑴-⒇])\s*/u,
  /^(?:[①-⑳❶-❿]|[a-hB-H][.．、)）](?=\s*\p{Script=Han}))\s*/u,
  /^(?:[◆◇★☆●○■□▲△►▶•·※❖➢✓✔☑√✗✘✕✖×]|——|[-–—](?=\s*\p{Script=Han}))\s*(?=\S)/u,
];

/** Lines of this rank and below are items of a list more often than headings: （一）. */
export const FIRST_ITEM_RANK = 3;
/** 第一步. */
const STEP_RANK = 4;
/** ◆, which stands above any number as often as below it. */
const BULLET_RANK = NUMBERS.length - 1;
/** The rank of a line without a number. */
export const NO_RANK = NUMBERS.length;

/** The place of a line's number in the order of numbers, 0 the highest; `NO_RANK` without one. */
export function rankOf(line: string): number {
  const rank = NUMBERS.findIndex((number) => number.test(line));
  return rank < 0 ? NO_RANK : rank;
}

export const isItem = (line: string): boolean => rankOf(line) >= FIRST_ITEM_RANK && rankOf(line) < NO_RANK;
export const isBullet = (line: string): boolean => rankOf(line) === BULLET_RANK;
export const isNumberedStep = (line: string): boolean => rankOf(line) === STEP_RANK;

export function withoutNumber(line: string): string {
  const number = NUMBERS[rankOf(line)];
  return (number ? line.replace(number, '') : line).trim();
}
