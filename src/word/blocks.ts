/** A document for a word processor as data: what policy-blocks.ts composes and write-word.ts writes. */

/** A stretch of text in one style; `\n` begins a new line. */
export interface WordText {
  text: string;
  isBold?: boolean;
  isItalic?: boolean;
  isStruck?: boolean;
  /** A full address. */
  href?: string;
}

export type WordBlock =
  /** A `quote` is indented: a quotation, or a further paragraph of a list item. */
  | { kind: 'title' | 'paragraph' | 'quote'; texts: WordText[] }
  /** Depth from 1. */
  | { kind: 'heading'; depth: number; texts: WordText[] }
  /** `level` from 0; `list` is the number of the ordered list that the item belongs to, with its first number, or absent for bullets. */
  | { kind: 'item'; level: number; list?: { id: number; start: number }; texts: WordText[] }
  /** The first row is the head if `hasHead`; each cell is one paragraph. */
  | { kind: 'table'; hasHead: boolean; rows: WordText[][][] };

/** The block's text alone, a line for each row of a table. */
export function textOfBlock(block: WordBlock): string {
  if (block.kind !== 'table') return textOf(block.texts);
  return block.rows.map((row) => row.map(textOf).join('\t')).join('\n');
}

function textOf(texts: readonly WordText[]): string {
  return texts.map(({ text }) => text).join('');
}
