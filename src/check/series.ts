/** Series of short items between enumeration commas: names of plants, medicines, places. */

const MIN_ITEMS = 3;
const MAX_ITEM_LENGTH = 8;
const CONTEXT_LENGTH = 60;

/** Whether a position of a text is in an item of such a series. */
export function isInSeries(text: string, index: number): boolean {
  const start = Math.max(0, index - CONTEXT_LENGTH);
  const before = /[^，。；：:（）()“”\n]*$/u.exec(text.slice(start, index))?.[0] ?? '';
  const [after = ''] = /^[^，。；：:（）()“”\n]*/u.exec(text.slice(index, index + CONTEXT_LENGTH)) ?? [];
  const clause = before + after;
  const items = clause.split('、');
  return items.length >= MIN_ITEMS && items.slice(0, -1).every((item) => item.length <= MAX_ITEM_LENGTH);
}
