/** Spans that stay on one line if they fit: numbers with units, dates, telephone numbers, names. */

const NUMBER = '\\d+(?:[.,:：]\\d+)*';
const MULTIPLIER = '(?:[多来余几]?[百千万亿]*[多来余几]?)';
/** Unit after a number. */
const UNIT =
  '(?:个工作日|个自然日|个小时|个月|个人|平方米|立方米|公里|公斤|千克|厘米|毫米|周岁|小时|分钟|工作日|学年|年级|年度|元钱|块钱|美元|左右|[个元块角分年月日号天周岁点时级类档种次份张条项件名位人户口亩斤两吨米升度期批届版章节步页倍成头只棵台套辆间篇句遍回趟%％‰℃])';
const HAN_NUMBER = '[一二两三四五六七八九十百千万亿零几半]+';

const patterns: readonly RegExp[] = [
  // Dates.
  /\d+年(?:\d+月)?(?:\d+[日号])?|\d+月\d+[日号]/g,
  // 够不够, 能不能.
  /(\p{Script=Han})不\1/gu,
  // Telephone and document numbers, Latin letters and digits.
  /[0-9A-Za-z][0-9A-Za-z.,:@/+-]*[0-9A-Za-z]/g,
  new RegExp(
    `(?:[第约近]|不满|不到|超过|每)?${NUMBER}${MULTIPLIER}${UNIT}?(?:[-—~～至到]${NUMBER}${MULTIPLIER}${UNIT}?)?`,
    'g',
  ),
  new RegExp(`(?:[第约近每]|不满|不到|超过)?${HAN_NUMBER}[多来余]?${UNIT}`, 'g'),
];

/** Unbreakable spans, as [start, end) in UTF-16 offsets. */
export function unbreakableSpans(
  text: string,
  names: readonly string[] = [],
): [start: number, end: number][] {
  const found = patterns.flatMap((pattern) =>
    Array.from(text.matchAll(pattern), ({ 0: { length }, index }): [number, number] => [
      index,
      index + length,
    ]),
  );
  const named = names
    .filter((name) => name.length > 1)
    .flatMap((name) => {
      const spans: [number, number][] = [];
      for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
        spans.push([at, at + name.length]);
      return spans;
    });
  return [...found, ...named];
}

const DATE = /\d+年\d+月(?:\d+[日号])?/g;

/** Offsets after the year, where a date that is too long for a line may be broken. */
export function yearEnds(text: string): number[] {
  return Array.from(text.matchAll(DATE), ({ 0: day, index }) => index + day.indexOf('年') + 1);
}
