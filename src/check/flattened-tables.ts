/**
 * Tables whose cells a copy has joined into one line: 第一档200元30元第二档300元40元. Two amounts without anything between them are in no
 * sentence, and neither are four rows of an amount whose labels end alike (一档200元二档300元三档500元).
 */

export interface FlattenedTable {
  index: number;
  text: string;
}

const NUMBER = '\\d{1,9}(?:[.,]\\d{1,4}){0,3}';
const UNIT = '(?:[万亿]?元|[%％‰]|平方米|公斤|公顷|公里|[万千百]?[亩户人岁斤吨株只头套间台件次个名年月日天])';
const LABEL = '\\p{Script=Han}{1,8}?';
/** Rows of a label and two or more amounts: three at least. */
const ROWS_OF_AMOUNTS = new RegExp(
  `${LABEL}(?:${NUMBER}${UNIT}){2,8}(?:${LABEL}(?:${NUMBER}${UNIT}){2,8}){2,}`,
  'gu',
);
/** Rows of a label and one amount. */
const ROWS = new RegExp(`(?:${LABEL}${NUMBER}${UNIT}(?!${NUMBER})){4,}`, 'gu');
const ROW = new RegExp(`(${LABEL})${NUMBER}${UNIT}`, 'gu');
const MIN_ROWS = 4;
/** 每户3人5亩: a rate, not a row. */
const NO_ROW = /^[每各共约满近达超需付给收买送减]/;
/** 3年6个月, 12岁6个月, 3天2次: parts of one measure. */
const MEASURE = /\d+(?:年|岁)\d+个?月|\d+月\d+日/g;

/** The tables of a text that are printed in one line, with their index. */
export function flattenedTablesIn(text: string): FlattenedTable[] {
  if (!/\d[^\d\n]{1,12}\d{1,9}[^\d\n]{1,12}\d/.test(text)) return [];
  const plain = text.replace(MEASURE, (measure) => '，'.repeat(measure.length));
  const amounts = Array.from(plain.matchAll(ROWS_OF_AMOUNTS), ({ 0: found, index }) => ({
    index,
    text: found,
  }));
  const found = amounts.length > 0 ? amounts : rowsIn(plain);
  return found.filter(({ text: table }) => !NO_ROW.test(table));
}

const rowsIn = (text: string) =>
  Array.from(text.matchAll(ROWS), ({ 0: found, index }) => ({ index, text: found })).filter((each) =>
    haveLikeLabels(each.text),
  );

/** Whether the labels behind the first row are of one length and end in the same character: 二档, 三档, 四档. */
function haveLikeLabels(rows: string): boolean {
  const [, ...labels] = Array.from(rows.matchAll(ROW), ([, label = '']) => label);
  const [first = ''] = labels;
  return (
    labels.length >= MIN_ROWS - 1 &&
    labels.every((label) => label.length === first.length && label.at(-1) === first.at(-1)) &&
    new Set(labels).size === labels.length
  );
}
