/** A new file has words for every field, is valid YAML, and publishes nothing by mistake. */
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { documentCollections } from './collection-name.ts';
import { collections } from './collections.ts';
import { isOptional, wordsOf } from './field.ts';
import { startingFile, TO_WRITE } from './starting-file.ts';
import { fieldNames, schemaAt } from './traverse.ts';

const fieldsOf = (file: string) => file.split('---\n')[1] ?? '';

describe.each(documentCollections)('a new file of %s', (collection) => {
  const { schema } = collections[collection];
  const file = startingFile(collection, {});

  test('is a draft with every field that must be written, empty', () => {
    const required = fieldNames(schema, []).filter((name) => !isOptional(schemaAt(schema, [name]) ?? schema));
    const value = parse(fieldsOf(file)) as Record<string, unknown>;
    expect(value.draft).toBe(true);
    expect(Object.keys(value).sort()).toEqual(['draft', ...required].sort());
    expect(Object.values(value).filter((each) => each !== null)).toEqual([true]);
  });

  test('describes the content of every field but the one for files over a base', () => {
    for (const name of fieldNames(schema, []).filter((each) => each !== 'inherits')) {
      expect(file).toContain(wordsOf(schemaAt(schema, [name]) ?? schema)?.help);
    }
  });

  test('passes once the examples are filled in', () => {
    const example = (name: string) => wordsOf(schemaAt(schema, [name]) ?? schema)?.example;
    const known = Object.fromEntries(fieldNames(schema, []).map((name) => [name, { value: example(name) }]));
    const value = parse(fieldsOf(startingFile(collection, known)), { schema: 'failsafe' });
    expect(schema.safeParse(value).error?.issues ?? []).toEqual([]);
  });

  test('marks in its body the place to write', () => expect(file).toContain(TO_WRITE));
});

test('known values are filled in, with their source', () => {
  const file = startingFile('policies', { title: { value: '发钱: 啦', from: '第 1 行\n“发钱”' } });
  expect(file).toContain('# 从哪里来：第 1 行 “发钱”\ntitle: "发钱: 啦"\n');
});

test('a value found in a text says how certain it is', () => {
  const file = startingFile('policies', {
    title: { value: '发钱', from: '原文的标题', certainty: 'position' },
  });
  expect(file).toContain('# 从哪里来：原文的标题（把握小，看位置认的，或者有不止一个）\ntitle: 发钱\n');
});
