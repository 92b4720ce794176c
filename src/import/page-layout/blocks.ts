/** Joins the lines of a page to paragraphs, puts columns after one another, and finds tables without ruling lines. */
import { haveSameSize, type Line, type Segment } from './lines.ts';

export interface TextBlock {
  kind: 'text';
  lines: Line[];
  /** Whether its first line is indented, and its last one reaches the right edge of the text. */
  isIndented: boolean;
  isFull: boolean;
  isCentred: boolean;
  fontSize: number;
  top: number;
}

/** Rows of cells, found by the alignment of their text. */
export interface AlignedTable {
  kind: 'aligned';
  rows: (Segment | undefined)[][];
  top: number;
}

/** Shares of the font size. */
const INDENT = 1.4;
const SHORT_OF_EDGE = 1.6;
/** The distance of two baselines, as a share of the usual one, from which on a new paragraph begins. */
const PARAGRAPH_GAP = 1.45;
/** The narrowest column of text, and the widest distance of its lines, in font sizes: short lines alone say neither. */
const MIN_MEASURE = 14;
const MAX_LEADING = 2.4;
const MAX_STACK_GAP = 3;
const MIN_ALIGNED_ROWS = 3;
const MIN_COLUMN_LINES = 6;
const MIN_PROSE_LENGTH = 10;

const NUMBERED =
  /^(?:第[一二三四五六七八九十百零\d]+[章节条编]|[一二三四五六七八九十]+、|[（(][一二三四五六七八九十\d]{1,3}[）)]|\d{1,2}[.．、](?!\d(?!0\d\d年))|[①-⑳])/u;
const SENTENCE_END = /[。！？；：”）]$/u;

/** The blocks of a page in reading order. */
export function blocksOf(lines: readonly Line[]): (TextBlock | AlignedTable)[] {
  const columns = splitColumns(lines);
  if (columns) return columns.flatMap((part) => blocksOf(part));
  const blocks: (TextBlock | AlignedTable)[] = [];
  let rest: Line[] = [];
  const finish = () => {
    blocks.push(...paragraphsOf(rest));
    rest = [];
  };
  for (let at = 0; at < lines.length; ) {
    const table = alignedTable(lines.slice(at));
    if (table) {
      finish();
      blocks.push(table);
      at += table.rows.length;
      continue;
    }
    const line = lines[at];
    if (line) rest.push(line);
    at += 1;
  }
  finish();
  return blocks;
}

/** The lines above, in the left column, in the right one, and below; undefined if the text has one column. */
function splitColumns(lines: readonly Line[]): Line[][] | undefined {
  const gaps = lines.flatMap(({ segments }) => {
    const [first, second] = segments;
    return segments.length === 2 && first && second ? [(first.right + second.left) / 2] : [];
  });
  if (gaps.length < MIN_COLUMN_LINES) return undefined;
  const gutter = gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? 0;
  const crosses = ({ segments }: Line) => segments.some(({ left, right }) => left < gutter && right > gutter);
  const start = lines.findIndex((line) => line.segments.length === 2 && !crosses(line));
  let end = start;
  while (end < lines.length && !crosses(lines[end] as Line)) end += 1;
  const band = lines.slice(start, end).flatMap(({ segments }) => segments);
  const isProse = band.reduce((sum, { text }) => sum + text.length, 0) / band.length >= MIN_PROSE_LENGTH;
  if (end - start < MIN_COLUMN_LINES || !isProse) return undefined;
  const side = (isLeft: boolean) =>
    lines.slice(start, end).flatMap((line) => {
      const segments = line.segments.filter(({ right }) => right < gutter === isLeft);
      return segments.length === 0 ? [] : [withSegments(line, segments)];
    });
  return [lines.slice(0, start), side(true), side(false), lines.slice(end)].filter((part) => part.length > 0);
}

function withSegments(line: Line, segments: readonly Segment[]): Line {
  return {
    ...line,
    segments,
    left: Math.min(...segments.map(({ left }) => left)),
    right: Math.max(...segments.map(({ right }) => right)),
    text: segments.map(({ text }) => text).join(' '),
  };
}

/** The rows at the start of the lines that have their text in the same columns; undefined for fewer than three. */
function alignedTable(lines: readonly Line[]): AlignedTable | undefined {
  const end = lines.findIndex(({ segments }) => segments.length < 2);
  const rows = end < 0 ? lines : lines.slice(0, end);
  if (rows.length < MIN_ALIGNED_ROWS) return undefined;
  const columns: { left: number; right: number }[] = [];
  for (const { left, right } of rows.flatMap(({ segments }) => segments)) {
    const same = columns.filter((column) => left < column.right && right > column.left);
    const merged = {
      left: Math.min(left, ...same.map((column) => column.left)),
      right: Math.max(right, ...same.map((column) => column.right)),
    };
    for (const column of same) columns.splice(columns.indexOf(column), 1);
    columns.push(merged);
  }
  columns.sort((a, b) => a.left - b.left);
  const columnOf = (segment: Segment) =>
    columns.findIndex(({ left, right }) => segment.left >= left && segment.right <= right);
  const isTable =
    columns.length >= 2 &&
    rows.every(({ segments }) => new Set(segments.map(columnOf)).size === segments.length);
  if (!isTable) return undefined;
  return {
    kind: 'aligned',
    rows: rows.map(({ segments }) =>
      columns.map((_, index) => segments.find((segment) => columnOf(segment) === index)),
    ),
    top: rows[0]?.top ?? 0,
  };
}

function paragraphsOf(lines: readonly Line[]): TextBlock[] {
  if (lines.length === 0) return [];
  const edge = usualEdges(lines);
  const blocks: TextBlock[] = [];
  lines.forEach((line, index) => {
    const before = lines[index - 1];
    const block = blocks.at(-1);
    const look = {
      isIndented: line.left > edge.left + line.fontSize * INDENT,
      isFull: line.right > edge.right - line.fontSize * SHORT_OF_EDGE,
      isCentred: isCentred(line, edge),
    };
    if (before && block && continues(line, before, block, look, edge)) {
      block.lines.push(line);
      block.isFull = look.isFull;
      return;
    }
    blocks.push({ kind: 'text', lines: [line], ...look, fontSize: line.fontSize, top: line.top });
  });
  return blocks;
}

interface Edges {
  left: number;
  right: number;
  /** The usual distance of two baselines. */
  leading: number;
  /** Whether some lines begin further to the right than others, as the first ones of paragraphs do. */
  hasIndents: boolean;
}

interface Look {
  isIndented: boolean;
  isFull: boolean;
  isCentred: boolean;
}

function continues(line: Line, before: Line, block: TextBlock, look: Look, edge: Edges): boolean {
  if (isStacked(before, line)) return true;
  const gap = line.baseline - before.baseline;
  if (Math.abs(line.fontSize - before.fontSize) > before.fontSize * 0.12) return false;
  if (gap > Math.max(edge.leading, line.fontSize * 1.2) * PARAGRAPH_GAP || gap < 0) return false;
  // A title of several lines is centred in each of them.
  if (block.isCentred && look.isCentred) return !SENTENCE_END.test(before.text);
  if (block.isCentred !== look.isCentred && (block.isCentred || !block.isFull)) return false;
  if (!block.isFull) return false;
  // An item of a list ends where the next one begins, whatever mark it ends with.
  if (NUMBERED.test(line.text) && NUMBERED.test(block.lines[0]?.text ?? '')) return false;
  // Where no paragraph is indented, one ends with its sentence.
  if (!edge.hasIndents && /[。！？：]$/u.test(before.text)) return false;
  if (look.isIndented && !block.isIndented) return false;
  if (look.isIndented && block.lines.length > 1) return false;
  if (look.isIndented && block.isIndented && block.lines.length === 1 && isHanging(block, line)) return true;
  return !look.isIndented && !(NUMBERED.test(line.text) && SENTENCE_END.test(before.text));
}

/** Whether the characters of a title stand one below the other. */
function isStacked(before: Line, line: Line): boolean {
  const isOne = ({ text }: Line) => [...text].length === 1;
  const isBelow = Math.abs(before.left - line.left) < line.fontSize * 0.3 && haveSameSize(before, line);
  const gap = line.baseline - before.baseline;
  return isOne(before) && isOne(line) && isBelow && gap > 0 && gap < line.fontSize * MAX_STACK_GAP;
}

/** Whether the block is indented as a whole, as a quotation or the address of an office is. */
const isHanging = ({ lines }: TextBlock, line: Line) =>
  Math.abs((lines[0]?.left ?? 0) - line.left) < line.fontSize * 0.3 && !NUMBERED.test(line.text);

function isCentred(line: Line, { left, right }: Edges): boolean {
  const [before, after] = [line.left - left, right - line.right];
  return before > line.fontSize && after > line.fontSize && Math.abs(before - after) < line.fontSize * 1.6;
}

/** A web address goes on beyond the edge of the text, as it has no place for a break. */
const isBreakable = ({ text }: Line) => !/[\x21-\x7e]{16,}$/.test(text);

function usualEdges(lines: readonly Line[]): Edges {
  const size = usualSize(lines);
  // A header in small letters may be wider than the text.
  const text = lines.filter(({ fontSize }) => Math.abs(fontSize - size) < size * 0.12);
  const gaps = text
    .map((line, index) => line.baseline - (text[index - 1]?.baseline ?? line.baseline))
    .filter((gap) => gap > 0)
    .sort((a, b) => a - b);
  const left = Math.min(...text.map((line) => line.left));
  return {
    left,
    right: Math.max(left + MIN_MEASURE * size, ...text.filter(isBreakable).map(({ right }) => right)),
    hasIndents: text.some((line) => line.left > left + size * INDENT && line.left < left + size * 3),
    leading: Math.min(gaps[Math.floor(gaps.length / 2)] ?? 0, MAX_LEADING * size),
  };
}

/** The font size of most characters; 0 without any. */
export function usualSize(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  for (const { fontSize, text } of lines) {
    const size = Math.round(fontSize * 2) / 2;
    counts.set(size, (counts.get(size) ?? 0) + text.length);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 0;
}
