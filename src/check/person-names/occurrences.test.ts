/** A hidden name stops a build only where it can be nothing else. */
import { expect, test } from 'vitest';
import { occurrencesOf } from './occurrences.ts';

test.each([
  ['徐大平', '徐大平进了厂', [{ index: 0, isCertain: true }]],
  ['徐大平', '说的是徐 大\u200b平', [{ index: 3, isCertain: true }]],
  ['韦刚', '去找韦刚学艺', [{ index: 2, isCertain: true }]],
  ['高峰', '听说高峰能干', [{ index: 2, isCertain: false }]],
  ['高峰', '避开高峰期', []],
  ['于会', '关于会议的事', []],
  ['于会', '他叫于会。', [{ index: 2, isCertain: true }]],
])('%s in 「%s」', (name, text, expected) => {
  expect(occurrencesOf(name, text)).toEqual(expected);
});
