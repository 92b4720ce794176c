import { expect, test } from 'vitest';
import { repeatedCharacters } from './repeated-characters.ts';

test.each([
  ['请到到窗口取号', '到到'],
  ['应在在三十日内报告', '在在'],
  ['逾期的，从从下月起停发', '从从'],
  ['请向向村干部反映', '向向'],
])('in %s a preposition is printed twice', (text, found) => {
  expect(repeatedCharacters(text)).toEqual([{ text: found, index: text.indexOf(found) }]);
});

test.each([
  '遇到到期的，收到到账短信再来。',
  '请在在建工地外等，由在编人员带路。',
  '对对账，把把关，按按钮。',
  '谁先到到村口等一等。',
])('in %s two words meet, or a verb is repeated on purpose', (text) => {
  expect(repeatedCharacters(text)).toEqual([]);
});
