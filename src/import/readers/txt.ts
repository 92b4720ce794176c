/** Reads plain text: one paragraph per line; lines below each other with the same number of tabs are a table. */
import type { Element } from 'hast';
import { element, paragraph, textNode } from '../hast-elements.ts';
import { countCharacters, type Reader } from '../source-document.ts';
import { textOf } from './text-encoding.ts';

export const readTxt: Reader = async (bytes, { fileName }) => {
  const { text, notes } = textOf(bytes, fileName);
  const lines = text
    .split(/\r\n|\r|\n/)
    .map((line) => line.replace(/^ +| +$/g, ''))
    .filter((line) => line.trim() !== '');
  return {
    root: { type: 'root', children: blocksOf(lines) },
    pictures: new Map(),
    omissions: [],
    additions: [],
    sourceCharacters: countCharacters(text),
    notes,
    hasTitle: true,
  };
};

/** Rows of a table copied from a sheet or a page have tabs between their cells. */
function blocksOf(lines: readonly string[]): Element[] {
  const blocks: Element[] = [];
  for (let at = 0; at < lines.length; ) {
    const width = cellsOf(lines[at]).length;
    let end = at + 1;
    while (width > 1 && end < lines.length && cellsOf(lines[end]).length === width) end += 1;
    const rows = lines.slice(at, end);
    blocks.push(rows.length > 1 ? tableOf(rows) : paragraph((rows[0] ?? '').trim()));
    at = end;
  }
  return blocks;
}

const cellsOf = (line = '') => line.split('\t');

const tableOf = (rows: readonly string[]) =>
  element('table', [
    element(
      'tbody',
      rows.map((row) =>
        element(
          'tr',
          cellsOf(row).map((cell) => element('td', [textNode(cell.trim())])),
        ),
      ),
    ),
  ]);
