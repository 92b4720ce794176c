/** Words for a POSIX shell. */

/** The word as a shell takes it for one word: plain ones as they are, others in single quotes. */
export function shellQuote(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
