/** Every field of every collection has a label, help, and a valid example. */
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { collectionNames } from './collection-name.ts';
import { collections } from './collections.ts';
import { wordsOf } from './field.ts';
import { countCharacters, isDate, isTime } from './formats.ts';
import { nearest } from './nearest.ts';
import { siteSchema } from './site.ts';
import { fieldNames, schemaAt } from './traverse.ts';

describe.each([
  ...collectionNames.map((name) => [name, collections[name].schema] as const),
  ['site', siteSchema] as const,
])('%s', (_, schema) => {
  test.each(fieldNames(schema, []))('%s has words, and its example passes', (name) => {
    const part = schemaAt(schema, [name]);
    const words = part && wordsOf(part);
    expect(words?.label).toMatch(/\S/);
    expect(words?.help).toMatch(/。$/);
    expect(words?.example).toBeDefined();
    expect(part && z.safeParse(part, words?.example).success).toBe(true);
  });
});

test('a rare character counts as one', () => {
  expect(countCharacters('𬇙㙍')).toBe(2);
});

test.each([
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2026-1-5', false],
  ['2026/01/05', false],
])('%s as a date: %s', (text, is) => expect(isDate(text)).toBe(is));

test.each([
  ['2026-11-23 23:59', true],
  ['2026-11-23 24:00', false],
  ['2026-11-23', false],
])('%s as a time: %s', (text, is) => expect(isTime(text)).toBe(is));

test('the nearest name is found, and none when all are too far', () => {
  expect(nearest('sumary', ['title', 'summary'])).toBe('summary');
  expect(nearest('xyz', ['title', 'summary'], 2)).toBeUndefined();
});

test.each(['12345', '0357-5123456', '400-123-4567', '13912345678'])('%s can be dialled', (phone) => {
  const [issue] =
    collections.contacts.schema.safeParse({ id: 'a', name: 'a', for: 'a', phone }).error?.issues ?? [];
  expect(issue).toBeUndefined();
});
