/** What made documents may speak of and lead to, and how a template becomes a sentence. */
import { commonCharacters } from '../../../src/check/characters.ts';
import { sentences, type Words } from '../vocabulary.ts';
import type { Dice } from './dice.ts';

/** A document that is made already, which later ones may lead to. */
export interface MadeDocument {
  collection: 'policies' | 'stories' | 'notices' | 'pages';
  slug: string;
  title: string;
}

/** What is there before the documents. */
export interface MadeCounty {
  words: Words;
  /** False for a word that no made text may be about. */
  isFree(word: string): boolean;
  /** The day for which the statuses are spread, `YYYY-MM-DD`. */
  today: string;
  /** Ids of made villages and towns. */
  places: string[];
  /** Ids of contacts, made and real. */
  contacts: string[];
  /** How many photographs the stories have between them. */
  photographs: number;
  documents: MadeDocument[];
}

/** A document as it is written. */
export interface MadeText {
  title: string;
  fields: Record<string, unknown>;
  body: string;
}

/** Without 曰, which `check` takes for a mistaken 日 behind a number. */
const nameCharacters = [...commonCharacters].map((character) => (character === '曰' ? '阳' : character));

/** A name that nobody has heard of, of that many characters that everybody can read. */
export function madeName(county: MadeCounty, dice: Dice, length: number): string {
  for (;;) {
    const name = Array.from({ length }, () => dice.pick(nameCharacters)).join('');
    if (county.isFree(name)) return name;
  }
}

/** A template with each of its blanks filled in: a word of that kind, a village, a person or a number. */
export function fill(template: string, county: MadeCounty, dice: Dice): string {
  return template.replace(/\{(\w+)\}/g, (_, name: keyof Words | 'village' | 'person' | 'number') => {
    if (name === 'village') return `${madeName(county, dice, 2)}村`;
    if (name === 'person')
      return `${dice.pick(county.words.surname)}${madeName(county, dice, 1 + dice.number(2))}`;
    if (name === 'number') return String(dice.between(2, 9) * 10 ** dice.number(4));
    return dice.pick(county.words[name]);
  });
}

/** One of the sentences. */
export function sentence(county: MadeCounty, dice: Dice): string {
  return fill(dice.pick(sentences), county, dice);
}

/** The first characters of a text that is too long. */
export function cut(text: string, most: number): string {
  return [...text].slice(0, most).join('');
}

/** An earlier document of one of the collections; undefined where none is found at once. */
export function earlier(
  { documents }: MadeCounty,
  dice: Dice,
  collections: readonly MadeDocument['collection'][],
): MadeDocument | undefined {
  // Mostly a recent one, as real documents lead to what stands in the same folder of the same year.
  const from = dice.chance(0.7) ? Math.max(0, documents.length - 50) : 0;
  for (let attempt = 0; attempt < 8 && documents.length > 0; attempt += 1) {
    const found = documents[from + dice.number(documents.length - from)];
    if (found && collections.includes(found.collection)) return found;
  }
  return undefined;
}
