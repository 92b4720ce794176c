/**
 * Words that a replacement of all occurrences has broken: with 社区 for 村, 农村 becomes 农社区 and 村委会 社区委会. Two different places of a
 * text where the word before the replacement is far more probable.
 */
import { FIELD_WORDS } from './field-words.ts';
import { isFrequentWord, isWord, likeliestCut } from './person-names/segmenter.ts';

/** What was put in, and what was there: levels of administration, and forms of address. */
const PAIRS: readonly (readonly [put: string, before: string])[] = [
  ['社区', '村'],
  ['街道', '镇'],
  ['街道', '乡'],
  ['县', '市'],
  ['市', '县'],
  ['镇', '乡'],
  ['乡', '镇'],
  ['您', '你'],
];
const MIN_PLACES = 2;
/** Minimum gain in probability of the text before the replacement, as the natural logarithm of the ratio. */
const MIN_GAIN = 5;
const CONTEXT_LENGTH = 4;

/** A broken word: as it is, and as it was. */
export interface ReplacedWord {
  index: number;
  written: string;
  meant: string;
}

/** The words of a text that a replacement has broken, in order. */
export function replacedWordsIn(text: string): ReplacedWord[] {
  return PAIRS.flatMap(([put, before]) => {
    if (text.indexOf(put) === text.lastIndexOf(put)) return [];
    const found: ReplacedWord[] = [];
    for (let at = text.indexOf(put); at >= 0; at = text.indexOf(put, at + put.length)) {
      const word = brokenAt(text, at, put, before);
      if (word !== undefined) found.push(word);
    }
    return new Set(found.map(({ written }) => written)).size < MIN_PLACES ? [] : found;
  });
}

function brokenAt(text: string, at: number, put: string, before: string): ReplacedWord | undefined {
  const end = at + put.length;
  const [left, right] = [text.charAt(at - 1), text.charAt(end)];
  const isKnown = (word: string) => isFrequentWord(word) || FIELD_WORDS.has(word);
  const [toLeft, toRight] = [
    isKnown(left + before),
    isKnown(before + right) || FIELD_WORDS.has(before + text.slice(end, end + 2)),
  ];
  if (!(toLeft || toRight) || isWord(left + put) || isWord(put + right)) return undefined;
  const from = /\p{Script=Han}*$/u.exec(text.slice(Math.max(0, at - CONTEXT_LENGTH), at))?.[0] ?? '';
  const rest = /^\p{Script=Han}*/u.exec(text.slice(end, end + CONTEXT_LENGTH))?.[0] ?? '';
  const gain =
    likeliestCut(from + before + rest).logProbability - likeliestCut(from + put + rest).logProbability;
  if (gain < MIN_GAIN) return undefined;
  const written = (toLeft ? left : '') + put + (toRight ? right : '');
  return { index: toLeft ? at - 1 : at, written, meant: written.replace(put, before) };
}
