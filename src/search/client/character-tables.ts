/** The tables of characters on the phone, fetched the first time that a query needs one. */
import { normalizePinyin } from '../tokenizer.ts';
import { allCharacters, commonCharacters } from './gb2312.ts';

/** Name of each table below the index. */
export const TRADITIONAL_FILE = 'traditional.txt';
export const SYLLABLES_FILE = 'syllables.txt';

/** Fetches a table; the worker hands in how, so that tests need no network. */
export type FetchTable = (name: typeof TRADITIONAL_FILE | typeof SYLLABLES_FILE) => Promise<string>;

export interface CharacterTables {
  /** Fetches the table of sounds before a query needs it; one that does not come is fetched again when it is asked for. */
  fetchSounds(): Promise<void>;
  /** The query in simplified characters; the same query where it has no other. */
  simplified(text: string): Promise<string>;
  /** Whether a text has a character that has a simplified one and is in the national table itself: as typed it may be meant. */
  isStandardToo(text: string): Promise<boolean>;
  /** The pinyin of a phrase, without tones; empty where a character is not among the common ones. */
  soundOf(phrase: string): Promise<string>;
  /** All syllables of the common characters, as they are written and as they are often mistyped; not those of one letter but a and e. */
  syllables(): Promise<ReadonlySet<string>>;
}

/** Readings that fetch each table at most once. */
export function createCharacterTables(fetchTable: FetchTable): CharacterTables {
  let known: Set<string> | undefined;
  const traditionalTable = memoize(() => fetchTable(TRADITIONAL_FILE));
  const soundTable = memoize(() => fetchTable(SYLLABLES_FILE).then(readSyllables));
  let allSyllables: Set<string> | undefined;
  return {
    async fetchSounds() {
      await soundTable().catch(() => undefined);
    },
    async simplified(text) {
      known ??= allCharacters();
      const hasOther = [...text].some(
        (character) => /\p{Script=Han}/u.test(character) && !known?.has(character),
      );
      if (!hasOther) return text;
      const [from = '', to = ''] = (await traditionalTable()).split('\n');
      return [...text].map((character) => to[indexIn(from, character)] ?? character).join('');
    },
    async isStandardToo(text) {
      const [, , standardToo = ''] = (await traditionalTable()).split('\n');
      return [...text].some((character) => standardToo.includes(character));
    },
    async soundOf(phrase) {
      const table = await soundTable();
      const syllables = [...phrase].map((character) => table.get(character));
      return syllables.every((syllable) => syllable !== undefined) ? syllables.join('') : '';
    },
    async syllables() {
      const sounds = [...new Set((await soundTable()).values())];
      allSyllables ??= new Set(
        [...sounds, ...sounds.map(normalizePinyin)].filter((syllable) => /^[ae]$|^.{2,}/.test(syllable)),
      );
      return allSyllables;
    },
  };
}

/** What is fetched once and kept; what did not come is fetched again when it is asked for. */
function memoize<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let kept: Promise<T> | undefined;
  return () => {
    kept ??= fetchIt();
    kept.catch(() => {
      kept = undefined;
    });
    return kept;
  };
}

/** Where a character stands among those of one unit each; a map of all would take longer to make than a query asks. */
function indexIn(from: string, character: string): number {
  return character.length === 1 ? from.indexOf(character) : -1;
}

function readSyllables(table: string): Map<string, string> {
  const characters = commonCharacters();
  const sounds = new Map<string, string>();
  let next = 0;
  for (const line of table.split('\n')) {
    const [syllable = '', count = '0'] = line.split(' ');
    for (let left = Number(count); left > 0; left -= 1) sounds.set(characters[next++] ?? '', syllable);
  }
  return sounds;
}
