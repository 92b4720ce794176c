/** The telephone numbers of a result are recognised in the build and shown where they are visible. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { numbersToTap } from '../documents/telephones.ts';
import { bestSnippet } from './client/excerpt.ts';
import { formatPhonePositions, phonesShown, textWithPhones } from './phone-positions.ts';

/** What a result with this title and content shows for a query. */
function show(title: string, content: string, phrases: readonly string[]) {
  const { shown, from, end } = bestSnippet(content, phrases);
  const phones = formatPhonePositions(numbersToTap(textWithPhones(title, content)));
  return { shown, phones: phonesShown({ title, phones }, content, { from, end }) };
}

test('a number is offered with the sentence that has it, and not with another', () => {
  const content = '先打电话0357-5122345问清楚。\n低保每月12345元，不懂打12348。';
  expect(show('低保', content, ['电话']).phones).toEqual(['0357-5122345']);
  expect(show('低保', content, ['低保']).phones).toEqual(['12348']);
  expect(show('打12317问低保', content, ['低保']).phones).toEqual(['12317', '12348']);
  expect(show('低保', '没有电话。', ['低保']).phones).toEqual([]);
});

test('a number that the excerpt cuts is not offered', () => {
  const content = `低保${'一'.repeat(50)}0357-5122345${'二'.repeat(50)}。`;
  expect(show('低保', content, ['低保']).shown).toContain('…');
  expect(show('低保', content, ['低保']).phones).toEqual([]);
});

test('each number offered is written in the title or the excerpt, in any text', () => {
  const part = fc.constantFrom(
    '低保',
    '电话',
    '12345',
    '0357-5122345',
    '，',
    '。',
    '\n',
    '　',
    ' ',
    '元',
    '打',
    '𠮷',
  );
  const text = fc.array(part, { maxLength: 40 }).map((parts) => parts.join(''));
  fc.assert(
    fc.property(text, text, (title, content) => {
      const { shown, phones } = show(title, content, ['低保']);
      for (const phone of phones) expect(`${title}\n${shown}`).toContain(phone);
    }),
  );
});

test('the excerpt is the part of the content that its bounds say', () => {
  const part = fc.constantFrom('低保', '一'.repeat(45), '。', '！', '\n', '　', ' ', '𠮷家村');
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 20 }).map((parts) => parts.join('')),
      (content) => {
        const { shown, from, end } = bestSnippet(content, ['低保']);
        expect(shown.replace(/^…|…$/g, '')).toBe(content.slice(from, end));
      },
    ),
  );
});
