/** Findings at a field speak of the form, not of the file. */
import { expect, test } from 'vitest';
import { collections } from '../../schema/collections.ts';
import { findSchemaIssues } from '../../schema/validation-messages.ts';
import { collectionForms, type FormField } from '../form.ts';
import { findingWords } from './finding-words.ts';
import type { Finding } from './wire.ts';

const wordsFor = (
  fields: readonly FormField[],
  schema: (typeof collections)['policies']['schema'],
  value: object,
) =>
  findSchemaIssues(schema, value).map(({ rule, message, path }) => {
    const finding: Finding = { severity: 'error', rule, message, line: 1, path: path as (string | number)[] };
    return findingWords(
      finding,
      fields.find(({ name }) => name === path[0]),
    );
  });

test.each(collectionForms())(
  'what is missing in a new $label is said without the marks of a file',
  (form) => {
    const { schema } = collections[form.collection as keyof typeof collections];
    const words = wordsFor(form.fields, schema, {});
    expect(words.length).toBeGreaterThan(1);
    for (const each of words) expect(each).toMatch(/^还没写「[^」]+」。$/);
  },
);

test('a wrong value keeps its reason, and leaves out the help that stands above it', () => {
  const { fields } = collectionForms().find(({ collection }) => collection === 'policies') ?? { fields: [] };
  const words = wordsFor(fields, collections.policies.schema, {
    title: '长'.repeat(30),
    reviewedOn: '2026-13-01',
  });
  expect(words.filter((each) => /title|reviewedOn|例如：/.test(each))).toEqual([]);
  expect(words.find((each) => each.startsWith('「标题」'))).toContain('24');
  expect(words.find((each) => each.startsWith('「核对日期」') || each.includes('2026-13-01'))).toBeDefined();
});

test('the words of other rules stay as check has them', () => {
  const finding: Finding = {
    severity: 'warning',
    rule: 'text/half-width',
    message: '半角逗号，例如：a: b',
    line: 1,
  };
  expect(findingWords(finding, undefined)).toBe(finding.message);
});

test('what a base changed is told with the button of the form, not with a command', () => {
  const message =
    '上级改了「电话」（phone），这里还是自己的写法，没有动它。上级原来：「1」；上级现在：「2」；这里：「3」。请看看要不要跟着改；看过了，运行 npx mingbai bases --seen content/contacts/a.yml。';
  expect(
    findingWords({ severity: 'warning', rule: 'base/changed', message, line: 2, path: ['phone'] }, undefined),
  ).toMatchInlineSnapshot(
    `"上级改了「电话」，这里还是自己的写法，没有动它。上级原来：「1」；上级现在：「2」；这里：「3」。请看看要不要跟着改；看过了，按“看过了”。"`,
  );
});
