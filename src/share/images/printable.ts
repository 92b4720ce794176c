/** Makes every text of a picture one that the fonts can set: what no font has becomes 〓, and is told. */

import { isPrintable, MISSING_GLYPH, needsFull } from './fonts.ts';
import type { ShareImageData } from './share-image-data.ts';

/** Signs that only say how their neighbour is to look: joiners, choosers of a variant, marks of direction, byte order. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\t]/gu;
/** Fields that are no text: drawings and the address. */
const NON_TEXT_FIELDS = new Set(['icon', 'url', 'hue', 'layout']);

export interface Printable {
  printable: ShareImageData;
  /** Characters that no font has, each once. */
  missing: string[];
  /** Whether the everyday font does not suffice. */
  needsFull: boolean;
}

/** The facts with their texts as they are drawn. */
export function toPrintable(facts: ShareImageData): Printable {
  const missing = new Set<string>();
  let isFullNeeded = false;
  const set = (text: string) => {
    const clean = text
      .normalize('NFC')
      .replace(INVISIBLE, '')
      .replace(/[^\S\t]+/g, ' ');
    const printed = Array.from(clean, (character) => {
      if (character === '\t' || isPrintable(character)) return character;
      missing.add(character);
      return MISSING_GLYPH;
    }).join('');
    isFullNeeded ||= needsFull(printed.replaceAll('\t', ''));
    return printed;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return set(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, NON_TEXT_FIELDS.has(name) ? inner : walk(inner)]),
    );
  };
  const printable = walk(facts) as ShareImageData;
  return { printable, missing: [...missing], needsFull: isFullNeeded };
}
