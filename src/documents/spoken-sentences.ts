/** Cuts spoken text into sentences of one breath, so that a reader need not look for places to breathe. */

import { spokenUncut } from './spoken.ts';
import { PHONE_PAUSE } from './spoken-step.ts';
import { splitUnbreakable } from './unbreakable.ts';

/** Maximum characters of a sentence, its full stop included; only a span of days and hours may be longer. */
export const MAX_BREATH_LENGTH = 25;

/** Where a clause may be cut, best first: after a list comma, before a conjunction, after a closing word. */
const joints = [
  { pattern: /、/g, after: 1 },
  { pattern: / /g, after: 1 },
  { pattern: /和|或者|以及|并且|而且|但是|如果|可以|应当|必须|按照|再|就/g, after: 0 },
  { pattern: /[的了时后前内着到]/g, after: 1 },
] as const;
/** A numeral that counts the following word. */
const NUMERAL = /[零〇一二三四五六七八九十百千万亿两幺]$/;
/** No piece is shorter than this, if possible. */
const MIN_PIECE_LENGTH = 6;

const lengthOf = (text: string) => [...text].length;

/** The spoken sentences of a written text, each of at most `maxLength` characters with its full stop. */
export function spokenSentences(
  text: string,
  phones: readonly string[] = [],
  maxLength = MAX_BREATH_LENGTH,
): string[] {
  return spokenUncut(text, phones)
    .split(/[。！？；!?;\n]+/)
    .flatMap((sentence) => inBreaths(sentence, maxLength - 1))
    .map((sentence) => `${sentence.split(PHONE_PAUSE).join('，')}。`);
}

/** A sentence in pieces of at most `maxLength` characters: as many whole clauses together as fit. */
function inBreaths(sentence: string, maxLength: number): string[] {
  const breaths: string[] = [];
  const add = (clause: string) => {
    const both = breaths.length > 0 ? `${breaths[breaths.length - 1]}，${clause}` : clause;
    const isShort = lengthOf(both) <= maxLength;
    if (breaths.length > 0 && isShort) breaths.pop();
    breaths.push(isShort ? both : clause);
  };
  for (const clause of sentence.split('，').map((each) => each.trim())) {
    // A single word, 时间, stays with the text that it announces, if some of that fits.
    const before = lengthOf(breaths[breaths.length - 1] ?? '');
    const left = before > 0 && before < MIN_PIECE_LENGTH ? maxLength - before - 1 : maxLength;
    const [first = '', ...others] = cutClause(clause, left);
    const pieces = lengthOf(first) <= left ? [first, ...others] : cutClause(clause, maxLength);
    pieces.filter((piece) => piece !== '').forEach(add);
  }
  return breaths;
}

function cutClause(clause: string, maxLength: number): string[] {
  return lengthOf(clause) <= maxLength ? [clause] : cutLong(splitUnbreakable(clause, maxLength), maxLength);
}

/** A clause without a comma, cut at a natural pause, between two of its pieces. */
function cutLong(pieces: readonly string[], maxLength: number): string[] {
  const text = pieces.join('');
  if (lengthOf(text) <= maxLength || pieces.length === 1) return text === '' ? [] : [text];
  const at = placeToCut(pieces, maxLength);
  const head = pieces
    .slice(0, at)
    .join('')
    .replace(/[、 ]+$/, '');
  return [...(head === '' ? [] : [head]), ...cutLong(pieces.slice(at), maxLength)];
}

/** The number of pieces before the cut; at least one. */
function placeToCut(pieces: readonly string[], maxLength: number): number {
  const lengths = pieces.map(lengthOf);
  const ends = lengths.map((_, index) =>
    lengths.slice(0, index + 1).reduce((sum, length) => sum + length, 0),
  );
  const whole = ends[ends.length - 1] ?? 0;
  const fitting = ends.filter((end) => end <= maxLength && end < whole).length;
  if (fitting === 0) return 1;
  const text = pieces.slice(0, fitting + 1).join('');
  for (const { pattern, after } of joints) {
    const places = Array.from(text.matchAll(pattern), ({ index, 0: found }) =>
      lengthOf(text.slice(0, index + (after === 1 ? found.length : 0))),
    );
    const best = places.filter((end) => end >= MIN_PIECE_LENGTH && whole - end >= 2 && isPlace(end)).pop();
    if (best !== undefined) return ends.indexOf(best) + 1;
  }
  let at = fitting;
  while (at > 1 && NUMERAL.test(pieces[at - 1] ?? '')) at -= 1;
  return at;

  function isPlace(end: number): boolean {
    const index = ends.indexOf(end);
    return index >= 0 && index < fitting && !NUMERAL.test(pieces[index] ?? '');
  }
}
