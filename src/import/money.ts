/** Extracts sums of money from a text: from its sentences, and from its tables, where a sum and its purpose are in separate cells. */

/** The maximum of imported sentences: a text with more sums is a list, and the editor picks. */
const MAX_AMOUNTS = 3;
/** The maximum of table rows. */
const MAX_ROWS = 6;

const SUM = /\d[\d,.，]*\s*(?:万?元|%)/;
/** The heading of a column of sums without 元 in each cell. */
const SUM_HEAD = /[（(／/]\s*(万?元)|^(?:金额|钱数|补助金额|补贴金额|补助标准|补贴标准|发放标准|标准)/u;
const BARE_NUMBER = /^\d[\d,.]*$/;

export function sentences(lines: readonly string[]): string[] {
  return lines
    .flatMap((line) => line.split(/(?<=[。；！？])/u))
    .map((sentence) => sentence.trim())
    .filter(Boolean);
}

type Table = readonly (readonly string[])[];

/** The first sentences with a sum, without table cells. */
export function amountsIn(lines: readonly string[], tables: readonly Table[]): string[] {
  const cells = new Set(tables.flat(2));
  return sentences(lines.filter((line) => !cells.has(line)))
    .filter((sentence) => SUM.test(sentence))
    .slice(0, MAX_AMOUNTS);
}

/** The table rows with a sum, each as purpose and sum: 一口人：200元. */
export function moneyInTables(tables: readonly Table[]): string[] {
  return tables
    .flatMap(([head = [], ...rows]) => rows.flatMap((row) => rowWithMoney(head, row)))
    .slice(0, MAX_ROWS);
}

function rowWithMoney(head: readonly string[], row: readonly string[]): string[] {
  const sums = row.flatMap((cell, at) => {
    const heading = head[at] ?? '';
    if (SUM.test(cell)) return [{ at, text: cell, heading }];
    if (!BARE_NUMBER.test(cell) || !SUM_HEAD.test(heading)) return [];
    return [{ at, text: `${cell}${SUM_HEAD.exec(heading)?.[1] ?? '元'}`, heading }];
  });
  if (sums.length === 0) return [];
  const isNumbered = /^序号$/.test(head[0] ?? '');
  const what = row.find(
    (cell, at) => cell !== '' && !sums.some((sum) => sum.at === at) && !(isNumbered && at === 0),
  );
  const said = sums
    .map(({ text, heading }) => (sums.length > 1 ? `${bareHead(heading)}${text}` : text))
    .join('，');
  return [what === undefined ? said : `${what}：${said}`];
}

const bareHead = (heading: string) => heading.replace(/[（(／/].*$/u, '');
