/** Where two people changed the same field, the chosen text is kept, and all else that either wrote. */
import { expect, test } from 'vitest';
import { settled } from './settle-conflicts.ts';

const state = (title: string, cost: string, body: string) => ({
  revision: title,
  text: '',
  fields: { title, cost, where: '村委会' },
  body,
  findings: [],
});
const base = state('原来的', '免费', '正文');
const theirs = {
  ...state('他的', '免费', '他的正文'),
  fields: { title: '他的', cost: '免费', where: '镇政府' },
};
const conflicts = [{ path: ['title'], base: '原来的', ours: '我的', theirs: '他的' }];
const view = {
  base,
  fields: { title: '我的', cost: '不收钱', where: '村委会' },
  body: '正文',
  conflicts: { theirs, conflicts },
};

test.each([
  ['mine', 'ours', '我的'],
  ['theirs', 'theirs', '他的'],
] as const)('choosing %s keeps it, with what both wrote elsewhere', (_, choice, title) => {
  expect(settled(view, conflicts, { 0: choice })).toEqual({
    fields: { title, cost: '不收钱', where: '镇政府' },
    body: '他的正文',
  });
});

test('a body that both changed is the chosen one', () => {
  const inBody = [{ path: ['body', 0], base: '正文', ours: '我的正文', theirs: '他的正文' }];
  const both = { ...view, body: '我的正文', conflicts: { theirs, conflicts: inBody } };
  expect(settled(both, inBody, { 0: 'ours' }).body).toBe('我的正文');
  expect(settled(both, inBody, { 0: 'theirs' }).body).toBe('他的正文');
});
