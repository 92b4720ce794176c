/** Names that do not begin with a surname: of Uyghurs, Tibetans, Mongols, Yi, Dai and others. */

import { leftScore, rightScore } from './context.ts';
import { isTransliterated, soundsAt } from './rare-names.ts';
import { MIN_SCORE, type ScoredName } from './scored-name.ts';
import { OTHER_NAME, OTHER_NAME_BEGINS } from './surnames.ts';

const DOT = /[·•・‧．]/;
/** Whether a dot of a transliterated name follows soon. */
export const isDotAhead = (text: string, index: number) => DOT.test(text.slice(index + 1, index + 8));

const DOTTED = /^\p{Script=Han}{2,7}(?:[·•・‧．]\p{Script=Han}{1,8}){1,3}/u;

/** The name at a position that does not begin with a surname; `hasDots`: whether the text has a dot at all. */
export function otherNameAt(text: string, index: number, hasDots: boolean): ScoredName | undefined {
  if (hasDots && isDotAhead(text, index)) {
    const [long] = DOTTED.exec(text.slice(index, index + 36)) ?? [];
    const name = long === undefined ? undefined : isTransliterated(long);
    if (name !== undefined) return { name, index, end: index + name.length, score: 4, isForeign: true };
  }
  const begins =
    OTHER_NAME_BEGINS.has(text.slice(index, index + 2)) ||
    OTHER_NAME_BEGINS.has(text.slice(index, index + 1));
  if (begins) {
    for (let length = 7; length > 1; length -= 1) {
      const name = text.slice(index, index + length);
      if (name.length !== length || !OTHER_NAME.test(name)) continue;
      const end = index + length;
      const score = (length > 2 ? 3 : 1.2) + leftScore(text, index) + rightScore(text, end);
      return { name, index, end, score, isForeign: true };
    }
  }
  const sounds = soundsAt(text, index);
  if (sounds === undefined) return undefined;
  const end = index + sounds.length;
  const score = 0.4 + sounds.length * 0.4 + leftScore(text, index) + rightScore(text, end);
  return score >= MIN_SCORE ? { name: sounds, index, end, score, isForeign: true } : undefined;
}
