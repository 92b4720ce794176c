/** Reads a table of an OpenDocument text, with its merged cells; a repeated cell is written out. */
import type { Element } from 'hast';
import { element } from '../hast-elements.ts';
import { elementsOf, type XmlElement } from '../xml.ts';
import { type OdtState, omit } from './odt-state.ts';
import { storedText } from './odt-xml.ts';

/** The maximum repetition that is written out: a file may state any number. */
const MAX_REPEATED = 50;

export function readTable(
  table: XmlElement,
  state: OdtState,
  readCell: (cell: XmlElement) => Element[],
): Element {
  const rows = rowsOf(table, state).map((row) =>
    element(
      'tr',
      elementsOf(row).flatMap((cell): Element[] => {
        if (cell.name !== 'table:table-cell') return [];
        const times = storedText(cell) === '' ? repeated(cell, 'table:number-columns-repeated') : 1;
        return Array.from({ length: times }, () => readOne(cell, readCell));
      }),
    ),
  );
  return element('table', [element('tbody', rows)]);
}

function readOne(cell: XmlElement, readCell: (cell: XmlElement) => Element[]): Element {
  const [colSpan, rowSpan] = ['columns', 'rows'].map((name) =>
    repeated(cell, `table:number-${name}-spanned`),
  );
  return element('td', readCell(cell), {
    ...(colSpan !== 1 && { colSpan }),
    ...(rowSpan !== 1 && { rowSpan }),
  });
}

function rowsOf(parent: XmlElement, state: OdtState): XmlElement[] {
  return elementsOf(parent).flatMap((node): XmlElement[] => {
    if (node.name === 'table:table-row') {
      if (node.attributes['table:visibility'] !== 'collapse') return [node];
      omit(state, 'hidden', storedText(node));
      return [];
    }
    return /^table:table-(?:header-rows|rows|row-group)$/.test(node.name) ? rowsOf(node, state) : [];
  });
}

function repeated({ attributes }: XmlElement, name: string): number {
  const number = Number(attributes[name] ?? 1);
  return Number.isInteger(number) && number > 1 ? Math.min(number, MAX_REPEATED) : 1;
}
