/**
 * Finds again, in the text of a file, the characters of a value that a parser has read from it. Between them may
 * stand what the parser took away: quotation marks, escapes, entities, indents, the marks of a quoted line.
 */

/** How the characters of a value are written where they do not stand as themselves. */
export interface EscapeSyntax {
  /** A character that never stands for itself, such as the backslash within double quotes. */
  escapeCharacter?: string;
  /** The offset behind an escape at `at` that may stand for `unit`; undefined where there is none. */
  escapeAt?(source: string, at: number, unit: string): number | undefined;
}

/**
 * The offset of each UTF-16 unit of `value` in `source`, which begins with it at `start` and ends at `end`. What cannot
 * be found stays where the one before it was.
 */
export function findOffsets(
  value: string,
  source: string,
  start: number,
  end: number,
  syntax: EscapeSyntax = {},
) {
  const offsets = new Uint32Array(value.length);
  if (source.startsWith(value, start) && start + value.length <= end) {
    return offsets.map((_, index) => start + index);
  }
  let at = start;
  for (let index = 0; index < value.length; index += 1) {
    const unit = value[index] ?? '';
    const isSpace = /\s/.test(unit);
    let here = at;
    // Whatever is not this character was the parser's; a space may be a folded line end.
    while (here < end && (source[here] !== unit || unit === syntax.escapeCharacter)) {
      if (syntax.escapeAt?.(source, here, unit) !== undefined) break;
      if (isSpace && source[here] === '\n') break;
      here += 1;
    }
    if (here >= end) {
      offsets[index] = Math.min(at, Math.max(start, end - 1));
      continue;
    }
    offsets[index] = here;
    at = syntax.escapeAt?.(source, here, unit) ?? here + 1;
  }
  return offsets;
}
