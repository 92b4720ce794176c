/** Evidence for or against a name in the words of the dictionary around it. */

import { LEFT, RIGHT } from './context.ts';
import type { ScoredName } from './scored-name.ts';
import { isFrequentWord, type Word, wordsOf } from './segmenter.ts';
import { DOUBLE_SURNAMES, NO_NAMES, SURNAMES } from './surnames.ts';

const isNameTag = (tag: string) => tag.startsWith('nr');
const DOES = /^(?:v|d|p|vd|vn|z|uj)$/;
/** Given names that are also words: 建国, 改过. */
const ORDINARY = /^(?:n$|v|vn|d|p|c|r|m|f|u|t|s|a|ad|b|l|i)$/;

/** The score of the dictionary's words around a candidate. */
export function wordScore({ name, index, end }: ScoredName, text: string, words: readonly Word[]): number {
  let score = 0;
  const given = { start: end - (name.length > 3 ? 2 : name.length - 1), end };
  for (const { word, tag, start, end: wordEnd } of words) {
    // A verb, an adverb or a preposition after a name continues with an action of the person.
    if (start === end && DOES.test(tag) && !RIGHT.test(text.slice(end, end + 3))) score += 0.6;
    if (start >= end) break;
    if (wordEnd === index && word.length > 1 && !LEFT.test(text.slice(Math.max(0, index - 2), index)))
      score += 0.4;
    if (wordEnd <= index || word.length === 1) continue;
    if (start === index && wordEnd === end) score += isNameTag(tag) ? 0.5 : tag === 'nz' ? -0.5 : -3;
    else if (start < index) score += beginsWithin(text, start, index) ? -0.5 : -2.6;
    else if (start === index && wordEnd < end)
      score += isNameTag(tag) ? -0.3 : isWordToo(name) ? -2.6 : isFrequentWord(word) ? -1.5 : -0.6;
    else if (wordEnd > end) score += /^[家户]/.test(text.slice(end)) ? -0.2 : -1.3;
    else if (start === given.start && wordEnd === given.end)
      score += ORDINARY.test(tag) || NO_NAMES.has(word) ? -1 : 0.3;
  }
  return score;
}

/** Whether the possible surname is also an everyday word: 何时. */
function isWordToo(name: string): boolean {
  return !SURNAMES.has(name.slice(0, 1)) && !DOUBLE_SURNAMES.has(name.slice(0, 2));
}

/** Whether a word that overlaps the beginning of a name is a shorter word followed by the surname: 孩子｜王. */
function beginsWithin(text: string, start: number, index: number): boolean {
  const before = text.slice(start, index);
  return before.length > 1 && wordsOf(before).length === 1;
}
