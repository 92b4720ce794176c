/** Who approves a change reads it in the words of the form. */
import { expect, test } from 'vitest';
import { collectionForms, singleForms } from '../form.ts';
import { fileName, lineWords } from './changed-lines.ts';
import type { DocumentRow } from './wire.ts';

const forms = [...collectionForms(), ...singleForms()];
const file = 'content/policies/di-bao.mdx';
const words = (line: string) => lineWords(line, file, forms);

test('a changed field has its label, also within a list', () => {
  expect(words('+title: 家里困难，可以申请低保')).toBe('加上 标题：家里困难，可以申请低保');
  expect(words('-reviewer: 县民政局')).toMatch(/^去掉 .*：县民政局$/);
  expect(words('-reviewer: 县民政局')).not.toContain('reviewer');
  expect(words('+  - title: 去乡镇政府')).toBe('加上 -标题：去乡镇政府');
});

test('text of the body stays as it is, with or without a colon', () => {
  expect(words('+每月领一次。')).toBe('加上 每月领一次。');
  expect(words('-注意：带身份证')).toBe('去掉 注意：带身份证');
  expect(words('+')).toBe('加上 ');
});

test('a file has the title of its document, or its name where nobody knows the title', () => {
  const row: DocumentRow = {
    collection: 'policies',
    slug: 'di-bao',
    title: '申请低保',
    state: 'changed',
    file,
    updated: '',
  };
  expect(fileName(file, forms, [row])).toBe('政策：申请低保');
  expect(fileName('content/policies/xin.mdx', forms, [])).toBe('政策：xin');
  expect(fileName('public/images/a.jpg', forms, [])).toBe('a.jpg');
});
