/**
 * The only path of an editor's text or file name to a terminal or a log: a line stays a line, and nothing in it colours or clears a
 * screen, changes the text direction, or acts as a command in the program that reads the log.
 */

/** Control characters, line and paragraph separators, direction marks and other invisible characters. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\uFFFE\uFFFF]/gu;

/** The text on one line, with invisible characters as `\x1b` or `\u202e`. Commands of GitHub, Gitea and Azure lose their signs. */
export function printable(text: string): string {
  return text
    .replace(UNSEEN, escapeOf)
    .replace(/##(?=\[|vso\[)/gi, '#\\x23')
    .replace(/^(\s*):(?=:)/, '$1\\x3a');
}

/** A message of our own that may have several lines, each escaped by `printable`. */
export function printableLines(text: string): string {
  return text.split('\n').map(printable).join('\n');
}

/** JSON with the same values, in which only its own line ends are invisible characters. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, (unseen) =>
    Array.from({ length: unseen.length }, (_, at) => `\\u${hex(unseen.charCodeAt(at), 4)}`).join(''),
  );
}

function escapeOf(unseen: string): string {
  const code = unseen.codePointAt(0) ?? 0;
  if (code < 0x100) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\u{${hex(code, 5)}}`;
}

function hex(code: number, digits: number): string {
  return code.toString(16).padStart(digits, '0');
}
