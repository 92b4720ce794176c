/** The keystrokes of the measured queries. */
import { expect, test } from 'vitest';
import { keysOf } from './typing.ts';

const texts = (query: string) => keysOf(query).map(({ text }) => text);

test('Chinese is typed word by word, letters and digits one by one', () => {
  expect(texts('怎么申请贷款')).toEqual(['怎么', '申请', '贷款']);
  expect(texts('dk12')).toEqual(['d', 'k', '1', '2']);
  expect(texts('贷款dk')).toEqual(['贷款', 'd', 'k']);
});

test('nothing of a query is lost, and a longer word needs more time', () => {
  for (const query of ['六十岁以后怎么领养老金', '0357-2093001 找谁？', '😀贷款']) {
    expect(texts(query).join('')).toBe(query);
  }
  const [word, letter] = keysOf('贷款x');
  expect(word?.afterMs).toBe(4 * (letter?.afterMs ?? 0));
});
