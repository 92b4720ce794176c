/** The pinyin and the traditional-to-simplified table on the phone, fetched when a query first needs one. */
import { normalizePinyin } from '../tokenizer.ts';
import { allCharacters, commonCharacters } from './gb2312.ts';

/** File name of each table in the folder of the index. */
export const TRADITIONAL_FILE = 'traditional.txt';
export const SYLLABLES_FILE = 'syllables.txt';

/** Fetches a table; injected, so that tests need no network. */
export type FetchTable = (name: typeof TRADITIONAL_FILE | typeof SYLLABLES_FILE) => Promise<string>;

export interface CharacterTables {
  /** Fetches the pinyin table before a query needs it; after a failure the next use fetches it again. */
  preloadPinyin(): Promise<void>;
  /** The text in simplified characters. */
  toSimplified(text: string): Promise<string>;
  /** Whether a text has a traditional character that is also in the national table, so that it may be meant as typed. */
  hasStandardCharacter(text: string): Promise<boolean>;
  /** The pinyin of a phrase, without tones; empty if a character is not among the common ones. */
  pinyinOf(phrase: string): Promise<string>;
  /** All syllables of the common characters, also normalised; of one letter only a and e. */
  syllables(): Promise<ReadonlySet<string>>;
}

/** Fetches each table at most once. */
export function createCharacterTables(fetchTable: FetchTable): CharacterTables {
  let allSimplified: Set<string> | undefined;
  const traditionalTable = memoize(() => fetchTable(TRADITIONAL_FILE));
  const pinyinTable = memoize(() => fetchTable(SYLLABLES_FILE).then(readSyllables));
  let allSyllables: Set<string> | undefined;
  return {
    async preloadPinyin() {
      await pinyinTable().catch(() => undefined);
    },
    async toSimplified(text) {
      allSimplified ??= allCharacters();
      const hasTraditional = [...text].some(
        (character) => /\p{Script=Han}/u.test(character) && !allSimplified?.has(character),
      );
      if (!hasTraditional) return text;
      const [from = '', to = ''] = (await traditionalTable()).split('\n');
      return [...text].map((character) => to[indexIn(from, character)] ?? character).join('');
    },
    async hasStandardCharacter(text) {
      const [, , standardToo = ''] = (await traditionalTable()).split('\n');
      return [...text].some((character) => standardToo.includes(character));
    },
    async pinyinOf(phrase) {
      const table = await pinyinTable();
      const syllables = [...phrase].map((character) => table.get(character));
      return syllables.every((syllable) => syllable !== undefined) ? syllables.join('') : '';
    },
    async syllables() {
      const spellings = [...new Set((await pinyinTable()).values())];
      allSyllables ??= new Set(
        [...spellings, ...spellings.map(normalizePinyin)].filter((syllable) =>
          /^[ae]$|^.{2,}/.test(syllable),
        ),
      );
      return allSyllables;
    },
  };
}

/** Caches the result of a fetch; after a failure the next call fetches again. */
function memoize<T>(fetchIt: () => Promise<T>): () => Promise<T> {
  let cached: Promise<T> | undefined;
  return () => {
    cached ??= fetchIt();
    cached.catch(() => {
      cached = undefined;
    });
    return cached;
  };
}

/** Index of a character among those of one UTF-16 unit; building a map would take longer than a query. */
function indexIn(from: string, character: string): number {
  return character.length === 1 ? from.indexOf(character) : -1;
}

function readSyllables(table: string): Map<string, string> {
  const characters = commonCharacters();
  const syllableOf = new Map<string, string>();
  let next = 0;
  for (const line of table.split('\n')) {
    const [syllable = '', count = '0'] = line.split(' ');
    for (let left = Number(count); left > 0; left -= 1) syllableOf.set(characters[next++] ?? '', syllable);
  }
  return syllableOf;
}
