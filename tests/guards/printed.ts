/** Checks that the output of `check` has one line per finding and writes only text to a terminal. */
import { Writable } from 'node:stream';
import { reportDiagnostics } from '../../scripts/report.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: the pattern matches control characters.
const CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/;

/** Whether the findings are printed one per line, each line with its file first, without control characters. */
export function isCleanPrint(diagnostics: readonly Diagnostic[]): boolean {
  let printed = '';
  const stream = new Writable({
    write(chunk, _, done) {
      printed += String(chunk);
      done();
    },
  });
  reportDiagnostics(diagnostics, stream);
  const lines = printed.split('\n').filter((line) => line !== '');
  const isFinding = (line: string) => /^(?:content|public)\b.*:\d+:\d+ (?:error|warning) [a-z]/.test(line);
  return (
    !CONTROL.test(printed) &&
    lines.length === diagnostics.length + 1 &&
    lines.slice(0, -1).every(isFinding) &&
    !/##(?:vso)?\[/.test(lines.map((line) => line.slice(0, 6)).join('\n'))
  );
}
