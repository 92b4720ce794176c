/** Replaces characters that no font has by 〓, and reports them. */

import { isPrintable, MISSING_GLYPH, needsFull } from './fonts.ts';
import type { ShareImageData } from './share-image-data.ts';

/** Zero-width and variation-selector characters, direction and byte-order marks. */
const INVISIBLE = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\t]/gu;
/** Fields that are no text. */
const NON_TEXT_FIELDS = new Set(['icon', 'url', 'hue', 'layout']);

export interface Printable {
  printable: ShareImageData;
  /** Characters that no font has, each once. */
  missing: string[];
  /** Whether a character needs the full font. */
  needsFull: boolean;
}

/** The data with its texts as they are rendered. */
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
