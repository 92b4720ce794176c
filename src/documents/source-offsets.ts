/**
 * Finds, in the text of a file, the characters of a value that a parser has read from it. Characters that the parser removed may be
 * between them: quotation marks, escapes, entities, indents, the marks of a quoted line.
 */

/** The syntax of characters that are not written as themselves. */
export interface EscapeSyntax {
  /** A character that never represents itself, such as the backslash within double quotes. */
  escapeCharacter?: string;
  /** The offset behind an escape at `at` that may represent `unit`; undefined if there is none. */
  escapeAt?(source: string, at: number, unit: string): number | undefined;
}

/**
 * The offset of each UTF-16 unit of `value` in `source`, where the value is between `start` and `end`. A unit that is not found
 * gets the offset of the one before it.
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
    // The parser removed every other character here; a space may be a folded line end.
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
