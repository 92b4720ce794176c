import { expect, test } from 'vitest';
import type { AnnotatedFile } from '../documents/source.ts';
import { mayContain } from './may-contain.ts';

const fileOf = (source: string) => ({ source }) as AnnotatedFile;

test('a file without the words is not searched', () => {
  expect(mayContain(fileOf('name: 神符村\n'), '発')).toBe(false);
  expect(mayContain(fileOf('name: 神符村\n'), /[発気]/u)).toBe(false);
});

test('a file with the words, or with an escape that may stand for them, is searched', () => {
  expect(mayContain(fileOf('name: 発村\n'), '発')).toBe(true);
  expect(mayContain(fileOf('name: 発村\n'), /[発気]/u)).toBe(true);
  expect(mayContain(fileOf('name: "\\u767a村"\n'), '発')).toBe(true);
});
