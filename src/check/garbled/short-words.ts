/**
 * Single words of two characters that were saved as GBK and read as Big5 (悝煤 for 学费): both characters may be real ones, so the
 * longer proofs of double-byte.ts fail. Reported only if one of them is rare, the two are no word, and decoded again they are one
 * of the frequent words of the language. A guess.
 */
import { commonCharacters } from '../characters.ts';
import { isNameCharacter } from '../name-characters.ts';
import { scoredNamesIn } from '../person-names/index.ts';
import { isFrequentWord, tagOf } from '../person-names/segmenter.ts';
import type { MojibakeMatch } from './double-byte.ts';
import { bytesOf, unitOf } from './encodings.ts';

/** Words of this field that are infrequent in the dictionary. */
const OUR_WORDS = new Set(
  '低保 医保 社保 残联 村委 村里 家里 镇上 危房 班车 公交 水费 电费 学费 户数 公示 大棚 报名 看病 表格 名单 养老 补贴 红薯 核桃'.split(
    ' ',
  ),
);

const HAN_RUN = /\p{Script=Han}{2,}/gu;

/** The garbled words of a text, in order. */
export function shortWordRuns(text: string): MojibakeMatch[] {
  const found: MojibakeMatch[] = [];
  for (const { 0: run, index } of text.matchAll(HAN_RUN)) {
    for (let at = 0; at < run.length - 1; at += 1) {
      const garbled = run.slice(at, at + 2);
      if (garbled[0] === garbled[1] || ![...garbled].some(isRare)) continue;
      // The encoding tables are not loaded for 勍香镇.
      if (/^[镇乡县庄沟坡]/.test(run.slice(at + 2))) continue;
      const right = rightOf(garbled);
      if (
        right === undefined ||
        tagOf(garbled) !== undefined ||
        !(OUR_WORDS.has(right) || isFrequentWord(right))
      )
        continue;
      // 李嗣源 is a person's name.
      if (scoredNamesIn(run.slice(0, at + 2)).some(({ name, end }) => end === at + 2 && name.length > 2))
        continue;
      found.push({ index: index + at, garbled, right, isGuess: true });
      at += 1;
    }
  }
  return found;
}

/** A character that nobody writes by choice: neither common nor part of the name of a place, a plant or a substance. */
function isRare(character: string): boolean {
  return !commonCharacters.has(character) && !isNameCharacter(character);
}

/** The original GBK text, if it is two common characters. */
function rightOf(garbled: string): string | undefined {
  const right = Array.from(garbled, (character) => {
    const bytes = bytesOf('big5', character.charCodeAt(0));
    const unit = bytes === 0 ? 0 : unitOf('gbk', bytes);
    return unit === 0 ? '' : String.fromCharCode(unit);
  });
  return right.every((character) => commonCharacters.has(character)) ? right.join('') : undefined;
}
