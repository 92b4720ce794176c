/** Converts tables to the plain grid of Markdown. A merged cell is repeated in each place that it covers, unless its text is long. */
import type { Element, ElementContent } from 'hast';
import { treeText } from '../markup/index.ts';
import { element } from './hast-elements.ts';

/** Receives what changed: what was done, and the text that the grid has more often than the table. */
export type OnTableChange = (what: string, repeated?: string) => void;

/** The maximum span of a cell: a page may state any number. */
const MAX_CELL_SPAN = 50;
/** The maximum length of a text that is repeated, in characters: a form of many columns with paragraphs in it would be copied many times. */
const MAX_REPEATED_LENGTH = 40;

/** The table as a grid whose rows have the same number of cells; `note` receives the changes. */
export function flattenTable(table: Element, note: OnTableChange): ElementContent[] {
  const rows = rowsOf(table);
  const grid = gridOf(rows, note);
  const width = Math.max(0, ...grid.map((row) => row.length));
  const caption = table.children.flatMap((child) =>
    child.type === 'element' && child.tagName === 'caption' ? asParagraph(child.children) : [],
  );
  // A table around a whole page is only layout.
  if (width <= 1) return [...caption, ...grid.flatMap((row) => row.flatMap((cell) => asParagraph(cell)))];
  const lines = grid.map((row, index) =>
    element(
      'tr',
      Array.from({ length: width }, (_, column) =>
        element(index === 0 ? 'th' : 'td', inline(row[column] ?? [], note)),
      ),
    ),
  );
  return [...caption, element('table', lines)];
}

/** The rows of the table itself; those of a nested table are text of its cell. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((child): Element[] => {
    if (child.type !== 'element') return [];
    if (child.tagName === 'tr') return [child];
    return ['thead', 'tbody', 'tfoot'].includes(child.tagName) ? rowsOf(child) : [];
  });
}

function gridOf(rows: readonly Element[], note: OnTableChange): ElementContent[][][] {
  const grid: ElementContent[][][] = rows.map(() => []);
  for (const [index, row] of rows.entries()) {
    let column = 0;
    for (const cell of row.children) {
      if (cell.type !== 'element' || !['td', 'th'].includes(cell.tagName)) continue;
      while (grid[index]?.[column] !== undefined) column += 1;
      const [width, height] = [span(cell, 'dataColspan'), span(cell, 'dataRowspan')];
      const text = treeText(cell);
      const isRepeated = [...text].length <= MAX_REPEATED_LENGTH;
      let places = 0;
      for (let down = 0; down < height && index + down < rows.length; down += 1) {
        for (let right = 0; right < width; right += 1) {
          const target = grid[index + down];
          // Spans of a damaged table may overlap: no cell takes another's place.
          if (target === undefined || target[column + right] !== undefined) continue;
          target[column + right] = places === 0 || isRepeated ? cell.children : [];
          places += 1;
        }
      }
      if (width > 1 || height > 1) {
        if (isRepeated) note('把合并的格子拆开了，每一格都写上了', text.repeat(Math.max(0, places - 1)));
        else note('把合并的格子拆开了，字多的只写一遍');
      }
      column += width;
    }
  }
  return grid.map((row) => Array.from(row, (cell) => cell ?? []));
}

function span(cell: Element, name: string): number {
  const number = Number(cell.properties[name]);
  return Number.isInteger(number) && number > 1 ? Math.min(number, MAX_CELL_SPAN) : 1;
}

/** The content allowed in a Markdown cell: inline text on one line. */
function inline(nodes: readonly ElementContent[], note: OnTableChange): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (['strong', 'b', 'em', 'i', 'a', 'img', 'code', 'span'].includes(node.tagName)) {
      return [{ ...node, children: inline(node.children, note) }];
    }
    if (node.tagName === 'table') note('把表格里的表格改成了文字');
    return [...inline(node.children, note), { type: 'text', value: ' ' }];
  });
}

function asParagraph(nodes: readonly ElementContent[]): ElementContent[] {
  const isInline = nodes.every(
    (node) =>
      node.type !== 'element' || ['strong', 'b', 'em', 'a', 'span', 'img', 'br'].includes(node.tagName),
  );
  return isInline ? [element('p', [...nodes])] : [...nodes];
}
