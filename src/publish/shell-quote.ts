/** Quotes words for a POSIX shell. */

/** The word as one shell word: plain ones unchanged, others in single quotes. */
export function shellQuote(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
