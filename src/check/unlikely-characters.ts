/**
 * A character in place of another of the same reading or a similar shape, in a phrase that no list has: 申请才料, 监互人, 可已申请. Detected by the model of
 * neighbouring characters: the character has never been seen between its neighbours, belongs to no word, and with another one the text has a
 * frequent phrase and is far more probable. Lost characters are not looked for: nearly all phrases that lack one are abbreviations (decision 0069).
 */
import {
  homophonesOf,
  isCommonCharacter,
  isFrequentPhrase,
  isHan,
  isSeenTrigram,
  normalizeText,
} from './language-model/index.ts';
import { countOf } from './person-names/dictionary.ts';
import { likeliestCut } from './person-names/segmenter.ts';
import { allSimilar } from './similar-characters.ts';

/** A character that is unlikely between its neighbours. */
export interface UnlikelyCharacter {
  /** The index of the phrase. */
  index: number;
  /** The index of the character. */
  at: number;
  /** The phrase as it is written. */
  written: string;
  /** The frequent phrase. */
  meant: string;
}

const PHRASE_LENGTH = 4;
const MAX_WORD_LENGTH = 4;
/** A word with fewer occurrences in the corpus of the dictionary is no reason to spare a character: 要付. */
const MIN_WORD_COUNT = 20;
/** Minimum gain in probability, as the natural logarithm of the ratio; decision 0069 has the figures for others. */
const MIN_GAIN = 5;
/** Characters examined on either side for the gain. */
const CONTEXT_LENGTH = 5;

/** Numerals and stand-ins for names occur between any neighbours. */
const ANYWHERE = new Set('零一二三四五六七八九十百千万亿两几半每个甲乙丙丁某其之');
/** Particles and other short words are frequent in phrases beside any word: they are not proposed. */
const NEVER_MEANT = new Set('的了一和是有不人与及等中可年对为于上下个能也将会大小这那被由所他她它向着者地得');

/** The unlikely characters of a text, in order. Linear in its length. */
export function unlikelyCharactersIn(original: string): UnlikelyCharacter[] {
  const { text, indices } = normalizeText(original);
  const found: UnlikelyCharacter[] = [];
  for (let at = PHRASE_LENGTH - 1; at <= text.length - PHRASE_LENGTH; at += 1) {
    const character = text.charAt(at);
    if (!isHan(character) || ANYWHERE.has(character) || !isCommonCharacter(character)) continue;
    if (isSeenTrigram(text.slice(at - 1, at + 2)) || isInWord(text, at)) continue;
    const likeliest = likeliestPhraseAt(text, at);
    if (likeliest === undefined) continue;
    const [start, end] = [indices[likeliest.start] ?? 0, indices[likeliest.end] ?? original.length];
    const written = original.slice(start, end);
    found.push({ index: start, at: indices[at] ?? start, written, meant: likeliest.meant });
  }
  return found;
}

interface Phrase {
  /** Range in the normalized text, of Chinese characters only. */
  start: number;
  end: number;
  meant: string;
}

/** The frequent phrase with another character at a position that makes the text most probable; undefined if none makes it probable enough. */
function likeliestPhraseAt(text: string, at: number): Phrase | undefined {
  let best: Phrase | undefined;
  let bestGain = MIN_GAIN;
  let before: number | undefined;
  for (const other of likeCharacters(text.charAt(at))) {
    const start = phraseStart(text, at, other);
    if (start === undefined) continue;
    before ??= probability(text, at, text.charAt(at));
    const gain = probability(text, at, other) - before;
    if (gain < bestGain) continue;
    bestGain = gain;
    const meant = text.slice(start, at) + other + text.slice(at + 1, start + PHRASE_LENGTH);
    const first = isHan(meant.charAt(0)) ? 0 : 1;
    const last = isHan(meant.charAt(PHRASE_LENGTH - 1)) ? PHRASE_LENGTH : PHRASE_LENGTH - 1;
    best = { start: start + first, end: start + last, meant: meant.slice(first, last) };
  }
  return best;
}

/** The start of the frequent phrase that the text has with `other` at a position; of several, the one that is most likely made of whole words. */
function phraseStart(text: string, at: number, other: string): number | undefined {
  let found: number | undefined;
  let best = Number.NEGATIVE_INFINITY;
  for (let start = at - PHRASE_LENGTH + 1; start <= at; start += 1) {
    const phrase = text.slice(start, at) + other + text.slice(at + 1, start + PHRASE_LENGTH);
    if (!isFrequentPhrase(phrase)) continue;
    const { logProbability } = likeliestCut(phrase);
    if (logProbability > best) [best, found] = [logProbability, start];
  }
  return found;
}

const likeByCharacter = new Map<string, readonly string[]>();

/** The common characters of the same reading as one, or of a similar shape. */
function likeCharacters(character: string): readonly string[] {
  const known = likeByCharacter.get(character);
  if (known !== undefined) return known;
  const all = [...new Set([...homophonesOf(character), ...allSimilar(character)])].filter(
    (other) => isCommonCharacter(other) && !ANYWHERE.has(other) && !NEVER_MEANT.has(other),
  );
  likeByCharacter.set(character, all);
  return all;
}

/** The logarithm of the probability of the text around a position with a character there, by the words of the dictionary. */
function probability(text: string, at: number, character: string): number {
  const from = Math.max(0, at - CONTEXT_LENGTH);
  const context = text.slice(from, at) + character + text.slice(at + 1, at + CONTEXT_LENGTH + 1);
  return likeliestCut(context).logProbability;
}

/** Whether a word of the dictionary covers a position. */
function isInWord(text: string, at: number): boolean {
  for (let start = Math.max(0, at - MAX_WORD_LENGTH + 1); start <= at; start += 1)
    for (let end = Math.max(at + 1, start + 2); end <= start + MAX_WORD_LENGTH; end += 1)
      if (countOf(text.slice(start, end)) >= MIN_WORD_COUNT) return true;
  return false;
}
