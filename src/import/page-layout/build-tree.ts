/** Turns pages with fixed positions into the tree of a source document: paragraphs, headings, tables and pictures in reading order. */
import type { Element, ElementContent, Root } from 'hast';
import { element, textNode } from '../hast-elements.ts';
import { omissionOf } from '../omission-reasons.ts';
import type { Omission } from '../source-document.ts';
import { type AlignedTable, blocksOf, type TextBlock, usualSize } from './blocks.ts';
import type { LaidOutPage, PlacedPicture } from './laid-out-page.ts';
import { haveSameSize, joinLines, type Line, linesOf, type Segment } from './lines.ts';
import { type RunningKind, runningLines } from './running-lines.ts';
import { type RuledTable, ruledTables, type TableCell } from './tables.ts';

/** How much larger than the text a line of a heading is, and the longest one, in characters. */
const HEADING_SIZE = 1.12;
const TITLE_SIZE = 1.2;
const MAX_HEADING_LENGTH = 60;
const SENTENCE_END = /[。！？；：，]$/u;

type Block =
  | TextBlock
  | AlignedTable
  | (RuledTable & { kind: 'ruled' })
  | (PlacedPicture & { kind: 'picture' });

/** The tree of all pages, and what stands on every page and was left out. */
export function buildTree(pages: readonly LaidOutPage[]): { root: Root; omissions: Omission[] } {
  const read = pages.map((page) => {
    const { tables, rest } = ruledTables(page.rulings, page.glyphs);
    return { page, tables, height: page.height, lines: linesOf(rest) };
  });
  const running = runningLines(read);
  const omissions = read.flatMap(({ lines }) => omissionsOf(lines, running));
  const blocks = joinPages(
    read.map(({ page, tables, lines }) =>
      inOrder(
        blocksOf(lines.filter((line) => !running.has(line))),
        tables.map((table) => ({ ...table, kind: 'ruled' as const })),
        page.pictures.map((picture) => ({ ...picture, kind: 'picture' as const })),
      ),
    ),
    omissions,
  );
  const bodySize = usualSize(blocks.flatMap((block) => (block.kind === 'text' ? block.lines : [])));
  const title = titleOf(blocks, bodySize);
  const children = blocks.map((block) => elementOf(block, bodySize, title));
  return { root: { type: 'root', children }, omissions };
}

function omissionsOf(lines: readonly Line[], running: ReadonlyMap<Line, RunningKind>): Omission[] {
  return lines.flatMap((line) => {
    const kind = running.get(line);
    return kind === undefined ? [] : [omissionOf(kind, line.text)];
  });
}

/** Tables and pictures between the blocks of text that they stand between. */
function inOrder(text: readonly (TextBlock | AlignedTable)[], ...placed: readonly Block[][]): Block[] {
  const blocks: Block[] = [...text];
  for (const block of placed.flat().sort((a, b) => a.top - b.top)) {
    const at = blocks.findIndex(({ top }) => top > block.top);
    blocks.splice(at < 0 ? blocks.length : at, 0, block);
  }
  return blocks;
}

/** One list of blocks: a paragraph or a table that a page break divides is one again. */
function joinPages(pages: readonly Block[][], omissions: Omission[]): Block[] {
  const [first = [], ...others] = pages;
  const joined = [...first];
  for (const blocks of others) {
    const [last, next] = [joined.at(-1), blocks[0]];
    let rest = blocks;
    if (last?.kind === 'text' && next?.kind === 'text' && goesOn(last, next)) {
      joined.splice(-1, 1, {
        ...last,
        lines: [...last.lines, ...next.lines],
        isFull: next.isFull,
      });
      rest = blocks.slice(1);
    } else if (last?.kind === 'ruled' && next?.kind === 'ruled' && hasSameColumns(last, next)) {
      joined.splice(-1, 1, joinTables(last, next, omissions));
      rest = blocks.slice(1);
    }
    joined.push(...rest);
  }
  return joined;
}

function goesOn(last: TextBlock, next: TextBlock): boolean {
  const end = last.lines.at(-1)?.text ?? '';
  const isLastOfParagraph = /[。！？]$/u.test(end);
  return last.isFull && !isLastOfParagraph && !next.isIndented && !next.isCentred && haveSameSize(last, next);
}

const hasSameColumns = (a: RuledTable, b: RuledTable) =>
  a.columns.length === b.columns.length &&
  a.columns.every((left, index) => Math.abs(left - (b.columns[index] ?? 0)) < 6);

function joinTables(
  last: RuledTable & { kind: 'ruled' },
  next: RuledTable,
  omissions: Omission[],
): RuledTable & { kind: 'ruled' } {
  const rowText = (table: RuledTable) =>
    table.cells
      .filter(({ row }) => row === 0)
      .map((cell) =>
        cellLines(cell)
          .map(({ text }) => text)
          .join(''),
      );
  const heading = rowText(next);
  const isRepeated = heading.join('\n') === rowText(last).join('\n') && heading.join('') !== '';
  if (isRepeated) {
    omissions.push({
      kind: 'repeated',
      text: heading.join(''),
      reason: '下一页又写一遍的表头',
      near: heading.join(' '),
    });
  }
  const rows = Math.max(...last.cells.map(({ row, rowSpan }) => row + rowSpan));
  const added = next.cells
    .filter(({ row }) => !(isRepeated && row === 0))
    .map((cell) => ({ ...cell, row: cell.row + rows - (isRepeated ? 1 : 0) }));
  return { ...last, cells: [...last.cells, ...added] };
}

/** The largest short block of the first ones; the name of the issuer in red letters above it is none. */
function titleOf(blocks: readonly Block[], bodySize: number): TextBlock | undefined {
  const firstOfText = blocks.filter((block): block is TextBlock => block.kind === 'text').slice(0, 6);
  const large = firstOfText.filter(
    (block) =>
      block.fontSize > bodySize * TITLE_SIZE &&
      isShort(block) &&
      !/(?:文件|公报|简报)$/u.test(blockText(block)),
  );
  return large.sort((a, b) => b.fontSize - a.fontSize)[0];
}

const blockText = ({ lines }: TextBlock) => lines.map(({ text }) => text).reduce(joinLines, '');
const isShort = (block: TextBlock) =>
  blockText(block).length <= MAX_HEADING_LENGTH && !SENTENCE_END.test(blockText(block));

function elementOf(block: Block, bodySize: number, title: TextBlock | undefined): Element {
  if (block.kind === 'picture') return element('p', [element('img', [], { src: block.name, alt: '' })]);
  if (block.kind === 'ruled') return tableElement(rowsOf(block));
  if (block.kind === 'aligned') {
    return tableElement(
      block.rows.map((row) => row.map((segment) => ({ content: segment ? segmentContent(segment) : [] }))),
    );
  }
  if (block === title) return element('h1', linesContent(block.lines));
  const isHeading = block.fontSize > bodySize * HEADING_SIZE && isShort(block);
  return element(isHeading ? 'h2' : 'p', linesContent(block.lines));
}

interface Cell {
  content: ElementContent[];
  rowSpan?: number;
  columnSpan?: number;
}

function rowsOf({ cells }: RuledTable): Cell[][] {
  const rows: Cell[][] = [];
  for (const cell of cells) {
    rows[cell.row] ??= [];
    rows[cell.row]?.push({
      content: linesContent(cellLines(cell)),
      rowSpan: cell.rowSpan,
      columnSpan: cell.columnSpan,
    });
  }
  return Array.from(rows, (row) => row ?? []);
}

const cellLines = ({ glyphs }: TableCell) => linesOf(glyphs);

function tableElement(rows: readonly Cell[][]): Element {
  const row = (cells: readonly Cell[], name: 'th' | 'td') =>
    element(
      'tr',
      cells.map(({ content, rowSpan = 1, columnSpan = 1 }) =>
        element(name, content, {
          ...(rowSpan > 1 ? { rowSpan } : {}),
          ...(columnSpan > 1 ? { colSpan: columnSpan } : {}),
        }),
      ),
    );
  const [head = [], ...body] = rows;
  return element('table', [
    element('thead', [row(head, 'th')]),
    element(
      'tbody',
      body.map((cells) => row(cells, 'td')),
    ),
  ]);
}

/** The text of lines in one piece, with superscripts and subscripts as elements. */
function linesContent(lines: readonly Line[]): ElementContent[] {
  const content: ElementContent[] = [];
  let text = '';
  for (const line of lines) {
    const pieces = line.segments.flatMap((segment, index) => [
      ...(index === 0 ? [] : [{ text: ' ' }]),
      ...segment.pieces,
    ]);
    pieces.forEach((piece, index) => {
      const blank = index === 0 ? joinLines(text, piece.text).slice(text.length, -piece.text.length) : '';
      text += blank + piece.text;
      addPiece(content, { ...piece, text: blank + piece.text });
    });
  }
  return content;
}

function segmentContent(segment: Segment): ElementContent[] {
  const content: ElementContent[] = [];
  for (const piece of segment.pieces) addPiece(content, piece);
  return content;
}

function addPiece(content: ElementContent[], { text, script }: Segment['pieces'][number]): void {
  const last = content.at(-1);
  if (script !== undefined) content.push(element(script, [textNode(text)]));
  else if (last?.type === 'text') last.value += text;
  else content.push(textNode(text));
}
