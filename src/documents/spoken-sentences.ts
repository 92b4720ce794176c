/** Spoken text cut into sentences of one breath: whoever reads them out need not look for a place to breathe. */
import { spokenText } from './spoken.ts';

/** The most characters of a sentence, its full stop included. */
export const BREATH = 25;

/** A number stays together with what it counts, a latin word in one piece. */
const NUMERAL = /^[零〇一二三四五六七八九十百千万亿点两幺]$/;
const LATIN = /^[a-zA-Z]$/;
/** 年 and 月 within a date: the day follows. */
const INSIDE_DATE = /^[年月分]$/;
/** Where a clause may be cut, best first: after a comma of lists, before a word that joins, after one that closes. */
const joints = [
  { pattern: /、/g, after: 1 },
  { pattern: /和|或者|以及|并且|而且|但是|如果|可以|应当|必须|按照|再|就/g, after: 0 },
  { pattern: /[的了时后前内着到]/g, after: 1 },
] as const;
/** No piece is shorter than this, where it can be helped. */
const SHORTEST = 6;

/** The sentences of a written text as they are said, each of at most `most` characters with its full stop. */
export function spokenSentences(text: string, phones: readonly string[] = [], most = BREATH): string[] {
  return spokenText(text, phones)
    .split(/[。！？；!?;\n]+/)
    .flatMap((sentence) => inBreaths(sentence, most - 1))
    .map((sentence) => `${sentence}。`);
}

/** A sentence in pieces of at most `most` characters: whole clauses together as far as they go. */
function inBreaths(sentence: string, most: number): string[] {
  const clauses = sentence
    .split('，')
    .filter((clause) => clause !== '')
    .flatMap((clause) => cutLong([...clause], most));
  const pieces: string[] = [];
  for (const clause of clauses) {
    const both = pieces.length > 0 ? `${pieces[pieces.length - 1]}，${clause}` : clause;
    if (pieces.length > 0 && [...both].length <= most) pieces.pop();
    pieces.push([...both].length <= most ? both : clause);
  }
  return pieces;
}

/** A clause without a comma, cut where a speaker would pause. */
function cutLong(clause: string[], most: number): string[] {
  if (clause.length <= most) return [clause.join('')];
  const at = placeToCut(clause, most);
  const head = clause.slice(0, at).join('').replace(/、$/, '');
  return [head, ...cutLong(clause.slice(at), most)];
}

function placeToCut(clause: readonly string[], most: number): number {
  const latest = Math.min(most, clause.length - 1);
  const text = clause.slice(0, latest + 2).join('');
  for (const { pattern, after } of joints) {
    const places = Array.from(text.matchAll(pattern), (match) => {
      return [...text.slice(0, match.index + (after === 1 ? match[0].length : 0))].length;
    });
    const fits = places.filter(
      (at) => at >= SHORTEST && at <= latest && clause.length - at >= 2 && !isUnbroken(clause, at),
    );
    const best = fits.pop();
    if (best !== undefined) return best;
  }
  let at = latest;
  while (at > 1 && isUnbroken(clause, at)) at -= 1;
  return at > 1 ? at : latest;
}

function isUnbroken(clause: readonly string[], at: number): boolean {
  const [before, after] = [clause[at - 1] ?? '', clause[at] ?? ''];
  if (NUMERAL.test(before) || (LATIN.test(before) && LATIN.test(after))) return true;
  return INSIDE_DATE.test(before) && NUMERAL.test(after);
}
