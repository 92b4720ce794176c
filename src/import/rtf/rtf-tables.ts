/** Puts together the tables of a .rtf: rows with the right edges of their cells, merged cells, tables in cells. */
import type { Element } from 'hast';
import { element } from '../hast-elements.ts';

export interface CellDefinition {
  /** The right edge, in twips. */
  right: number;
  isMergedLeft: boolean;
  isMergedUp: boolean;
}

export interface RowDefinition {
  left: number;
  cells: CellDefinition[];
}

interface Row {
  definition: RowDefinition;
  cells: Element[][];
}

/** The tables that are open, one for each level of nesting. */
export class OpenTables {
  private readonly levels: { rows: Row[]; cells: Element[][]; cell: Element[] }[] = [];

  /** Adds a block to the open cell of a level, 1 for a table in the text. */
  add(level: number, block: Element): void {
    this.at(level).cell.push(block);
  }

  endCell(level: number): void {
    this.closeBelow(level);
    const table = this.at(level);
    table.cells.push(table.cell);
    table.cell = [];
  }

  endRow(level: number, definition: RowDefinition): void {
    const table = this.at(level);
    if (table.cell.length > 0) this.endCell(level);
    if (table.cells.length > 0) table.rows.push({ definition, cells: table.cells });
    table.cells = [];
  }

  /** Closes all tables deeper than a level; returns the blocks of the outermost when none stays open. */
  closeBelow(level: number): Element[] {
    while (this.levels.length > level) {
      const depth = this.levels.length;
      const last = this.levels[depth - 1];
      if (last && (last.cell.length > 0 || last.cells.length > 0)) this.endRow(depth, { left: 0, cells: [] });
      this.levels.pop();
      const blocks = last && last.rows.length > 0 ? [tableOf(last.rows)] : [];
      if (depth === 1) return blocks;
      for (const block of blocks) this.add(depth - 1, block);
    }
    return [];
  }

  private at(level: number) {
    while (this.levels.length < level) this.levels.push({ rows: [], cells: [], cell: [] });
    this.closeBelow(level);
    return this.levels[level - 1] as { rows: Row[]; cells: Element[][]; cell: Element[] };
  }
}

/** Edges closer than this are one: programs round them differently in each row. */
const MAX_EDGE_DISTANCE_TWIPS = 40;

function edgesOf(rows: readonly Row[]): number[] {
  const all = rows.flatMap(({ definition }) => [
    definition.left,
    ...definition.cells.map(({ right }) => right),
  ]);
  const sorted = [...new Set(all)].sort((one, other) => one - other);
  return sorted.filter((edge, at) => at === 0 || edge - (sorted[at - 1] ?? 0) > MAX_EDGE_DISTANCE_TWIPS);
}

interface PlacedCell {
  left: number;
  element: Element;
}

function tableOf(rows: readonly Row[]): Element {
  const edges = edgesOf(rows);
  const index = (edge: number) =>
    edges.reduce(
      (best, each, at) => (Math.abs(each - edge) < Math.abs((edges[best] ?? 0) - edge) ? at : best),
      0,
    );
  let above: PlacedCell[] = [];
  const made = rows.map(({ definition, cells }) => {
    const placed: PlacedCell[] = [];
    const shown: Element[] = [];
    const start = definition.cells.length > 0 ? index(definition.left) : 0;
    let left = start;
    if (start > 0) shown.push(element('td', [], start > 1 ? { colSpan: start } : {}));
    for (const [at, children] of cells.entries()) {
      const own = definition.cells[at];
      const right = own === undefined ? left + 1 : Math.max(left + 1, index(own.right));
      const upper = above.find((each) => each.left === left);
      if (own?.isMergedUp && upper !== undefined) {
        upper.element.children.push(...children);
        upper.element.properties.rowSpan = Number(upper.element.properties.rowSpan ?? 1) + 1;
        placed.push({ left, element: upper.element });
      } else if (own?.isMergedLeft && shown.length > 0) {
        const before = shown[shown.length - 1] as Element;
        before.children.push(...children);
        before.properties.colSpan = Number(before.properties.colSpan ?? 1) + right - left;
      } else {
        const cell = element('td', children, right - left > 1 ? { colSpan: right - left } : {});
        shown.push(cell);
        placed.push({ left, element: cell });
      }
      left = right;
    }
    above = placed;
    return element('tr', shown);
  });
  return element('table', [element('tbody', made)]);
}
