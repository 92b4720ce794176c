import { expect, test } from 'vitest';
import { unlikelyCharactersIn } from './unlikely-characters.ts';

const meantIn = (text: string) =>
  unlikelyCharactersIn(text).map(({ written, meant }) => `${written}→${meant}`);

test.each([
  ['只要付合条件，都能享受购机补贴。', '付合条件→符合条件'],
  ['符合条件的都可已申请。', '可已申请→可以申请'],
  ['带上申请才料，到窗口办。', '申请才料→申请材料'],
  ['未成年人要有监互人，一起来。', '监互人→监护人'],
])('an editor is told that a character is unlikely between its neighbours: %s', (text, expected) => {
  expect(meantIn(text)).toEqual([expected]);
});

test('the place is that of the phrase in the text as the editor wrote it, with numbers and letters before it', () => {
  const text = '2026年起，App上12345件都收，只要付合条件就批。';
  const [found] = unlikelyCharactersIn(text);
  expect(found).toMatchObject({ index: text.indexOf('付合'), at: text.indexOf('付合'), written: '付合条件' });
});

test.each([
  '只要符合条件，都可以申请；带上申请材料，由监护人签字。',
  '一九九八年八月二十二日，第二师二十二团的老人回村，三生万物。',
  '司机李付合，住小河沟村，电话12345。',
  '隆两优534、晶两优华占、桃优香占，种子每斤补四元。',
  '老人家说：“莫得问题，你只管去嘛。”',
  '四好农村路修到家门口，文旅、科教、党建都上了新台阶。',
  '学而时习之，不亦说乎。有朋自远方来，不亦乐乎。',
  '卢某赶至现场，另处，其她农妇已上缴。',
])('right prose of any kind is not doubted: %s', (text) => {
  expect(meantIn(text)).toEqual([]);
});

test('a text without Chinese, and an empty one, have no unlikely characters', () => {
  expect(['', 'Chromium 80', '2026-11-29', '，'].flatMap(meantIn)).toEqual([]);
});
