/** The excerpt of a result, with the words of the query highlighted. */

export interface HighlightSpan {
  text: string;
  isHighlighted: boolean;
}

/** Maximum characters of an excerpt. */
const EXCERPT_LENGTH = 60;
/** Characters of a long line before its first match. */
const LENGTH_BEFORE_MATCH = 15;

/** The sentence with most of the phrases, or the first; a long one is cut around its first match. */
export function bestSnippet(content: string, phrases: readonly string[]): string {
  // Without lookbehind, which Safari before 16.4 does not have.
  const lines = (content.match(/[^。！？\n]+[。！？]*/g) ?? []).map((line) => line.trim()).filter(Boolean);
  const tokens = highlightedTokens(phrases);
  const count = (line: string) => tokens.filter((token) => line.includes(token)).length;
  const best = lines.reduce((sofar, line) => (count(line) > count(sofar) ? line : sofar), lines[0] ?? '');
  if (best.length <= EXCERPT_LENGTH) return best;
  const at = Math.min(
    ...tokens.map((token) => best.indexOf(token)).filter((index) => index >= 0),
    best.length,
  );
  const from = at === best.length ? 0 : Math.max(0, at - LENGTH_BEFORE_MATCH);
  return `${from > 0 ? '…' : ''}${best.slice(from, from + EXCERPT_LENGTH)}…`;
}

/** Splits a text into spans, those of the query highlighted. */
export function highlight(text: string, phrases: readonly string[]): HighlightSpan[] {
  const tokens = highlightedTokens(phrases).sort((a, b) => b.length - a.length);
  const first = tokens.map((word) => ({ word, at: text.indexOf(word) })).filter(({ at }) => at >= 0);
  const next = first.reduce<{ word: string; at: number } | undefined>(
    (best, each) => (best === undefined || each.at < best.at ? each : best),
    undefined,
  );
  if (!next) return text === '' ? [] : [{ text, isHighlighted: false }];
  const end = next.at + next.word.length;
  const before = next.at > 0 ? [{ text: text.slice(0, next.at), isHighlighted: false }] : [];
  return [...before, { text: next.word, isHighlighted: true }, ...highlight(text.slice(end), phrases)];
}

/** The phrases, and the bigrams of those without digits: a part of a number is another number. */
function highlightedTokens(phrases: readonly string[]): string[] {
  const bigrams = phrases
    .filter((phrase) => !/[0-9]/.test(phrase))
    .flatMap((phrase) =>
      Array.from(phrase.slice(1), (character, index) => (phrase[index] ?? '') + character),
    );
  return [...new Set([...phrases, ...bigrams])].filter((word) => word !== '');
}
