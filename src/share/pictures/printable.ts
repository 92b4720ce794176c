/** Makes every text of a picture one that the fonts can set: what no font has becomes 〓, and is told. */
import type { PictureFacts } from './facts.ts';
import { GETA, isPrintable, needsFull } from './fonts.ts';

/** Signs that only say how their neighbour is to look: joiners, choosers of a variant, marks of direction, byte order. */
const UNSEEN = /\p{Default_Ignorable_Code_Point}|[^\P{Cc}\t]/gu;
/** Fields that are no text: drawings and the address. */
const NO_TEXT = new Set(['icon', 'url', 'hue', 'form']);

export interface Printable {
  printable: PictureFacts;
  /** Characters that no font has, each once. */
  missing: string[];
  /** Whether the everyday font does not suffice. */
  needsFull: boolean;
}

/** The facts with their texts as they are drawn. */
export function printableFacts(facts: PictureFacts): Printable {
  const missing = new Set<string>();
  let isFullNeeded = false;
  const set = (text: string) => {
    const clean = text
      .normalize('NFC')
      .replace(UNSEEN, '')
      .replace(/[^\S\t]+/g, ' ');
    const printed = Array.from(clean, (character) => {
      if (character === '\t' || isPrintable(character)) return character;
      missing.add(character);
      return GETA;
    }).join('');
    isFullNeeded ||= needsFull(printed.replaceAll('\t', ''));
    return printed;
  };
  const walk = (value: unknown): unknown => {
    if (typeof value === 'string') return set(value);
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, inner]) => [name, NO_TEXT.has(name) ? inner : walk(inner)]),
    );
  };
  const printable = walk(facts) as PictureFacts;
  return { printable, missing: [...missing], needsFull: isFullNeeded };
}
