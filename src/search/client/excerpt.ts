/** The line of a page that a query is about, with the words of the query marked. */

export interface HighlightSpan {
  text: string;
  isMarked: boolean;
}

/** The most characters of a line that are shown. */
const EXCERPT_LENGTH = 60;

/** The line that holds most of the phrases, or the first; a long one is cut around its first match. */
export function bestSnippet(content: string, phrases: readonly string[]): string {
  // Without looking behind, which Safari before 16.4 cannot.
  const lines = (content.match(/[^。！？\n]+[。！？]*/g) ?? []).map((line) => line.trim()).filter(Boolean);
  const marks = highlightedTokens(phrases);
  const count = (line: string) => marks.filter((mark) => line.includes(mark)).length;
  const best = lines.reduce((sofar, line) => (count(line) > count(sofar) ? line : sofar), lines[0] ?? '');
  if (best.length <= EXCERPT_LENGTH) return best;
  const at = Math.min(...marks.map((mark) => best.indexOf(mark)).filter((index) => index >= 0), best.length);
  const from = at === best.length ? 0 : Math.max(0, at - 15);
  return `${from > 0 ? '…' : ''}${best.slice(from, from + EXCERPT_LENGTH)}…`;
}

/** A text in pieces, those of the query marked. */
export function highlight(text: string, phrases: readonly string[]): HighlightSpan[] {
  const marks = highlightedTokens(phrases).sort((a, b) => b.length - a.length);
  const first = marks.map((word) => ({ word, at: text.indexOf(word) })).filter(({ at }) => at >= 0);
  const next = first.reduce<{ word: string; at: number } | undefined>(
    (best, each) => (best === undefined || each.at < best.at ? each : best),
    undefined,
  );
  if (!next) return text === '' ? [] : [{ text, isMarked: false }];
  const end = next.at + next.word.length;
  const before = next.at > 0 ? [{ text: text.slice(0, next.at), isMarked: false }] : [];
  return [...before, { text: next.word, isMarked: true }, ...highlight(text.slice(end), phrases)];
}

/** The phrases, and where they are long Chinese the pairs of characters in them: a part of a number is another number. */
function highlightedTokens(phrases: readonly string[]): string[] {
  const pairs = phrases
    .filter((phrase) => !/[0-9]/.test(phrase))
    .flatMap((phrase) =>
      Array.from(phrase.slice(1), (character, index) => (phrase[index] ?? '') + character),
    );
  return [...new Set([...phrases, ...pairs])].filter((word) => word !== '');
}
