/** A cadre's file name or field cannot colour a terminal, forge a line of a log or run in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatDiagnostic } from './diagnostic.ts';
import { printable, printableJson } from './printable.ts';

test.each([
  ['a\n::error file=x::hit.mdx', 'a\\x0a::error file=x::hit.mdx'],
  ['::error::x', '\\x3a:error::x'],
  ['  ::set-output name=a::b', '  \\x3a:set-output name=a::b'],
  ['a ##[error]x ##vso[task.x]', 'a #\\x23[error]x #\\x23vso[task.x]'],
  ['\x1b]0;hit\x07', '\\x1b]0;hit\\x07'],
  ['clinic\x1b[31m\x9b31m', 'clinic\\x1b[31m\\x9b31m'],
  ['2026\u2028::x\u2029\u0085', '2026\\u2028::x\\u2029\\x85'],
  ['/a\u202e/\u200b\ufeff', '/a\\u202e/\\u200b\\ufeff'],
  ['\u{e0041}\ud800', '\\u{e0041}\\ud800'],
  ['低保怎么申请？', '低保怎么申请？'],
])('%j is shown as %s', (text, shown) => {
  expect(printable(text)).toBe(shown);
});

test('a finding is one line that starts with its file, for any content; JSON preserves the values', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (file, message) => {
      const diagnostic = { file, line: 1, column: 1, severity: 'error', rule: 'a/b', message } as const;
      const line = formatDiagnostic(diagnostic);
      expect(line).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]|^\s*::|##(?:\[|vso\[)/iu);
      const json = printableJson([diagnostic]);
      expect(json).not.toMatch(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(JSON.parse(json)).toEqual([diagnostic]);
    }),
  );
});
