/** Evidence for or against a name in the words of the dictionary around it. */

import { LEFT, RIGHT } from './context.ts';
import type { ScoredName } from './scored-name.ts';
import { isFrequentWord, type Word, wordsOf } from './segmenter.ts';
import { DOUBLE_SURNAMES, NO_NAMES, SURNAMES } from './surnames.ts';

const isNameTag = (tag: string) => tag.startsWith('nr');
const DOES = /^(?:v|d|p|vd|vn|z|uj)$/;
/** Given names that are also words: 建国, 改过. */
const ORDINARY = /^(?:n$|v|vn|d|p|c|r|m|f|u|t|s|a|ad|b|l|i)$/;
/** Verbs, adverbs and prepositions, as which some surnames are words: 戴在腰上, 曾在书中, 于未然. */
const FUNCTION = /^(?:v|d|p|c|vg)$/;
/** Prepositions, adverbs and conjunctions, with which no given name begins behind such a word. */
const NO_GIVEN = /^(?:p|d|c|uj|ul)$/;
/**
 * Last characters of compounds that the dictionary tags as names of persons although they are things: 阴道炎, 白凤丸, 文明史,
 * 贾鲁河.
 */
const LAST_OF_THING =
  /[性炎症丸粉茶巾汤法车器病虫寺庙观油饭饼糖膏散霜水河湖史度率式型类素酮醇剂液菌酶酸碱藓癣疹瘤癌]$/;
/** Characters that make a noun of the word before them, or begin the next word: 严峻｜性, 许可｜其, 夏季｜易. */
const SUFFIX = /[性炎症丸剂液度率式型类菌酶酸碱起后前内其可易再中均未皆已时常年将会能即则]/;

/** The score of the dictionary's words around a candidate. */
export function wordScore({ name, index, end }: ScoredName, text: string, words: readonly Word[]): number {
  let score = 0;
  const given = { start: end - (name.length > 3 ? 2 : name.length - 1), end };
  if (isPhrase(index, end, words)) score -= 1.5;
  for (const { word, tag, start, end: wordEnd } of words) {
    // A verb, an adverb or a preposition after a name continues with an action of the person.
    if (start === end && DOES.test(tag) && !RIGHT.test(text.slice(end, end + 3))) score += 0.6;
    if (start >= end) break;
    if (wordEnd === index && word.length > 1 && !LEFT.test(text.slice(Math.max(0, index - 2), index)))
      score += 0.4;
    if (wordEnd <= index || word.length === 1) continue;
    if (start === index && wordEnd === end)
      score += isNameTag(tag) && !LAST_OF_THING.test(word) ? 0.5 : tag === 'nz' ? -0.5 : -3;
    else if (start < index)
      score += SURNAMES.has(name.slice(0, 1)) && beginsWithin(text, start, index) ? -0.5 : -2.6;
    else if (
      start === index &&
      wordEnd === end - 1 &&
      (!isNameTag(tag) || isFrequentWord(word)) &&
      SUFFIX.test(name.slice(-1))
    )
      score -= 2.6;
    else if (start === index && wordEnd < end)
      score += isNameTag(tag) ? -0.3 : isWordToo(name) ? -2.6 : isFrequentWord(word) ? -1.5 : -0.6;
    else if (wordEnd > end) score += /^[家户]/.test(text.slice(end)) ? -0.2 : -1.3;
    else if (start === given.start && wordEnd === given.end && isPlaceAfterPreposition(name, tag))
      score -= 2.6;
    else if (start === given.start && wordEnd === given.end)
      score += ORDINARY.test(tag) || NO_NAMES.has(word) ? -1 : 0.3;
  }
  return score;
}

/** 起源于｜德国, 从｜云南, 经｜突审: a preposition that is also a surname, before a word. */
function isPlaceAfterPreposition(name: string, tag: string): boolean {
  if (name.startsWith('于')) return tag === 'ns';
  return /^[从经]/.test(name) && !isNameTag(tag);
}

/** Whether the surname and the beginning of the given name are words of a phrase: 戴｜在｜腰. */
function isPhrase(index: number, end: number, words: readonly Word[]): boolean {
  const at = words.findIndex(({ start }) => start === index);
  const [surname, next] = [words[at], words[at + 1]];
  if (surname === undefined || next === undefined || next.end > end || surname.end !== index + 1)
    return false;
  return FUNCTION.test(surname.tag) && NO_GIVEN.test(next.tag);
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
