/** A text in another script gets one message about its rendering, without advice to use other characters. */
import { expect, test } from 'vitest';
import { type MissingCharacter, missingCharacterDiagnostics } from './missing-characters.ts';

const at = (text: string, file = 'content/policies/a.mdx'): MissingCharacter[] =>
  Array.from(new Set(text), (character, column) => ({ character, file, line: 2, column: column + 8 }));

test.each([
  ['བོད་ཡིག་', '藏文'],
  ['ئۇيغۇرچە', '维吾尔文'],
  ['ᠮᠣᠩᠭᠣᠯ', '蒙古文'],
  ['ꆈꌠꉙ', '彝文'],
])('%s is one warning that names the script', (text, name) => {
  const diagnostics = missingCharacterDiagnostics(at(text));
  expect(diagnostics).toMatchObject([
    { line: 2, column: 8, severity: 'warning', rule: 'share/missing-character' },
  ]);
  expect(diagnostics[0]?.message).toContain(name);
  expect(diagnostics[0]?.message).toContain('〓');
  expect(diagnostics[0]?.message).not.toContain('常用字');
});

test('two scripts are two warnings, and so are two files', () => {
  expect(missingCharacterDiagnostics([...at('བོད'), ...at('ꆈꌠ')])).toHaveLength(2);
  expect(missingCharacterDiagnostics([...at('བོད'), ...at('བོད', 'content/policies/b.mdx')])).toHaveLength(2);
});

test('a sign is to go, a rare character to be looked at', () => {
  const messages = missingCharacterDiagnostics(at('📞𠂎')).map(({ message }) => message);
  expect(messages[0]).toContain('去掉这个符号');
  expect(messages[1]).toContain('核对');
});
