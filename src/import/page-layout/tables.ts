/** Finds tables by their ruling lines: the cells, which of them are merged, and the characters in each. */
import type { Glyph, Ruling } from './laid-out-page.ts';

/** Lines this close, in points, touch: programs end them at the middle or at the edge of the line that they meet. */
const TOUCH = 3;

export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  columnSpan: number;
  left: number;
  right: number;
  glyphs: Glyph[];
}

export interface RuledTable {
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** The left edges of the columns. */
  columns: readonly number[];
  /** In reading order. */
  cells: readonly TableCell[];
}

/** The tables of a page, and the glyphs that are in none. */
export function ruledTables(
  rulings: readonly Ruling[],
  glyphs: readonly Glyph[],
): { tables: RuledTable[]; rest: Glyph[] } {
  const grids = connected(mergeRulings(rulings)).flatMap((group) => gridOf(group) ?? []);
  const rest: Glyph[] = [];
  for (const glyph of glyphs) {
    const [x, y] = [(glyph.left + glyph.right) / 2, glyph.baseline - glyph.fontSize * 0.35];
    const table = grids.find(
      ({ left, right, top, bottom }) => x > left && x < right && y > top && y < bottom,
    );
    const cell = table?.cells.find(
      (each) => x >= each.left && x < each.right && y >= each.top && y < each.bottom,
    );
    if (cell) cell.glyphs.push(glyph);
    else rest.push(glyph);
  }
  return { tables: grids.filter(({ cells }) => cells.some((cell) => cell.glyphs.length > 0)), rest };
}

/** Joins the pieces of a line that programs draw cell by cell. */
function mergeRulings(rulings: readonly Ruling[]): Ruling[] {
  const merged: Ruling[] = [];
  const sorted = [...rulings].sort((a, b) => a.at - b.at || a.start - b.start);
  for (const ruling of sorted) {
    const same = merged.find(
      (other) =>
        other.direction === ruling.direction &&
        Math.abs(other.at - ruling.at) < TOUCH &&
        ruling.start <= other.end + TOUCH &&
        ruling.end >= other.start - TOUCH,
    );
    if (same) {
      same.start = Math.min(same.start, ruling.start);
      same.end = Math.max(same.end, ruling.end);
    } else merged.push({ ...ruling });
  }
  return merged;
}

const touches = (value: number, start: number, end: number) => value > start - TOUCH && value < end + TOUCH;

function cross(a: Ruling, b: Ruling): boolean {
  return a.direction !== b.direction && touches(a.at, b.start, b.end) && touches(b.at, a.start, a.end);
}

function connected(rulings: readonly Ruling[]): Ruling[][] {
  const groups: Ruling[][] = [];
  const open = new Set(rulings);
  for (const first of rulings) {
    if (!open.delete(first)) continue;
    const group = [first];
    for (const ruling of group) {
      for (const other of open) if (cross(ruling, other) && open.delete(other)) group.push(other);
    }
    groups.push(group);
  }
  return groups;
}

interface Grid extends RuledTable {
  cells: (TableCell & { top: number; bottom: number })[];
}

function gridOf(group: readonly Ruling[]): Grid | undefined {
  const across = group.filter(({ direction }) => direction === 'horizontal');
  const down = group.filter(({ direction }) => direction === 'vertical');
  const ys = places(across);
  const xs = places(down);
  // A frame around text is a table of one cell: its text stays text.
  if (xs.length < 2 || ys.length < 2 || (xs.length === 2 && ys.length === 2)) return undefined;
  const hasLine = (lines: readonly Ruling[], at: number, along: number) =>
    lines.some((line) => Math.abs(line.at - at) < TOUCH && along > line.start && along < line.end);
  const middle = (list: readonly number[], index: number) =>
    ((list[index] ?? 0) + (list[index + 1] ?? 0)) / 2;
  const cells: Grid['cells'] = [];
  const taken = new Set<string>();
  for (let row = 0; row < ys.length - 1; row += 1) {
    for (let column = 0; column < xs.length - 1; column += 1) {
      if (taken.has(`${row},${column}`)) continue;
      let [columnSpan, rowSpan] = [1, 1];
      while (
        column + columnSpan < xs.length - 1 &&
        !taken.has(`${row},${column + columnSpan}`) &&
        !hasLine(down, xs[column + columnSpan] ?? 0, middle(ys, row))
      )
        columnSpan += 1;
      while (row + rowSpan < ys.length - 1 && !hasLine(across, ys[row + rowSpan] ?? 0, middle(xs, column)))
        rowSpan += 1;
      for (let r = row; r < row + rowSpan; r += 1) {
        for (let c = column; c < column + columnSpan; c += 1) taken.add(`${r},${c}`);
      }
      cells.push({
        ...{ row, column, rowSpan, columnSpan, glyphs: [] },
        ...{ left: xs[column] ?? 0, right: xs[column + columnSpan] ?? 0 },
        ...{ top: ys[row] ?? 0, bottom: ys[row + rowSpan] ?? 0 },
      });
    }
  }
  return {
    ...{ left: xs[0] ?? 0, right: xs.at(-1) ?? 0, top: ys[0] ?? 0, bottom: ys.at(-1) ?? 0 },
    columns: xs.slice(0, -1),
    cells,
  };
}

/** The places of lines, each once: two that touch are one. */
function places(lines: readonly Ruling[]): number[] {
  const sorted = lines.map(({ at }) => at).sort((a, b) => a - b);
  return sorted.filter((at, index) => index === 0 || at - (sorted[index - 1] ?? 0) > TOUCH);
}
