/** Rows of a table with more cells than its head: GFM does not show cells beyond the last column. */
import type { Rule } from '../../rule.ts';

const DIVIDER = /^ {0,3}\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*$/;

export const rule: Rule = {
  name: 'mdx/table-cells',
  severity: 'error',
  finds: '表格里有一行的格子比表头多。',
  why: '多出来的格子不会显示，读的人看不到那几个字。',
  write: '给表头也加一格，或者把多出来的竖线 | 去掉；格子里要写竖线就写成 \\|。',
  bad: ['| 人口 | 钱 |\n| --- | --- |\n▶| 一口人 | 200元 | 每月 |'],
  good: ['| 人口 | 钱 |\n| --- | --- |\n| 一口人 | 200元 |\n| 两口人 |', '| 一 |\n| --- |\n| 甲\\|乙 |'],
  checkFile: (source, report) => {
    if (source.document === undefined) return;
    let columns: number | undefined;
    let offset = source.bodyOffset;
    let before = '';
    let isCode = false;
    for (const line of source.source.slice(source.bodyOffset).split('\n')) {
      if (/^ {0,3}(?:```|~~~)/.test(line)) isCode = !isCode;
      if (isCode || line.trim() === '') columns = undefined;
      else if (
        columns === undefined &&
        DIVIDER.test(line) &&
        cellsIn(line) === cellsIn(before) &&
        line.includes('|')
      ) {
        columns = cellsIn(line);
      } else if (columns !== undefined && cellsIn(line) > columns) {
        const message = `这一行有 ${cellsIn(line)} 格，表头只有 ${columns} 格，多出来的不会显示。请给表头加一格，或者去掉多的竖线；格子里的竖线写成 \\|。`;
        report(source, offset, message);
      }
      before = line;
      offset += line.length + 1;
    }
  },
};

/** The number of cells in a line of a table; an escaped bar belongs to its cell. */
function cellsIn(line: string): number {
  const bars = line.replace(/\\[\s\S]/g, '').trim();
  return bars.replace(/^\|/, '').replace(/\|$/, '').split('|').length;
}
