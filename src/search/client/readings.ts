/** The tables of characters on the phone, fetched the first time that a query needs one. */
import { allCharacters, commonCharacters } from './gb2312.ts';

/** Name of each table below the index. */
export const TRADITIONAL_FILE = 'traditional.txt';
export const SYLLABLES_FILE = 'syllables.txt';

/** Fetches a table; the worker hands in how, so that tests need no network. */
export type FetchTable = (name: typeof TRADITIONAL_FILE | typeof SYLLABLES_FILE) => Promise<string>;

export interface Readings {
  /** The query in simplified characters; the same query where it has no other. */
  simplified(text: string): Promise<string>;
  /** The pinyin of a phrase, without tones; empty where a character is not among the common ones. */
  soundOf(phrase: string): Promise<string>;
}

/** Readings that fetch each table at most once. */
export function createReadings(fetchTable: FetchTable): Readings {
  let known: Set<string> | undefined;
  let traditional: Promise<Map<string, string>> | undefined;
  let sounds: Promise<Map<string, string>> | undefined;
  return {
    async simplified(text) {
      known ??= allCharacters();
      const hasOther = [...text].some(
        (character) => /\p{Script=Han}/u.test(character) && !known?.has(character),
      );
      if (!hasOther) return text;
      traditional ??= fetchTable(TRADITIONAL_FILE).then(readTraditional);
      const table = await traditional;
      return [...text].map((character) => table.get(character) ?? character).join('');
    },
    async soundOf(phrase) {
      sounds ??= fetchTable(SYLLABLES_FILE).then(readSyllables);
      const table = await sounds;
      const syllables = [...phrase].map((character) => table.get(character));
      return syllables.every((syllable) => syllable !== undefined) ? syllables.join('') : '';
    },
  };
}

function readTraditional(table: string): Map<string, string> {
  const [from = '', to = ''] = table.split('\n');
  return new Map(Array.from(from, (character, index) => [character, to[index] ?? character]));
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
