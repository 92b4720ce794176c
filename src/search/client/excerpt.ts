/** The excerpt of a result, with the words of the query highlighted. */

export interface HighlightSpan {
  text: string;
  isHighlighted: boolean;
}

/** Maximum characters of an excerpt. */
const EXCERPT_LENGTH = 60;
/** Characters of a long line before its first match. */
const LENGTH_BEFORE_MATCH = 15;

/** An excerpt as it is shown, and the part of the text that it is. */
export interface Excerpt {
  shown: string;
  from: number;
  end: number;
}

/** The sentence with most of the phrases, or the first; a long one is cut around its first match. */
export function bestSnippet(content: string, phrases: readonly string[]): Excerpt {
  // Without lookbehind, which Safari before 16.4 does not have.
  const lines = Array.from(content.matchAll(/[^\s。！？][^。！？\n]*[。！？]*/g), ({ 0: line, index }) => ({
    line: line.trimEnd(),
    index,
  }));
  const tokens = highlightedTokens(phrases);
  const count = (line: string) => tokens.filter((token) => line.includes(token)).length;
  const best = lines.reduce(
    (sofar, each) => (count(each.line) > count(sofar.line) ? each : sofar),
    lines[0] ?? { line: '', index: 0 },
  );
  const { line, index } = best;
  const whole = { shown: line, from: index, end: index + line.length };
  if (line.length <= EXCERPT_LENGTH) return whole;
  const at = Math.min(
    ...tokens.map((token) => line.indexOf(token)).filter((found) => found >= 0),
    line.length,
  );
  const from = at === line.length ? 0 : Math.max(0, at - LENGTH_BEFORE_MATCH);
  const cut = line.slice(from, from + EXCERPT_LENGTH);
  return {
    shown: `${from > 0 ? '…' : ''}${cut}…`,
    from: index + from,
    end: index + from + cut.length,
  };
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
