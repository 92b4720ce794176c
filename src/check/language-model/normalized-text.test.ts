import { expect, test } from 'vitest';
import { normalizeText, PADDING } from './normalized-text.ts';

test('numbers, letters and marks become one character each, and each character knows where the editor wrote it', () => {
  const original = '到12,000元 App！';
  const { text, indices } = normalizeText(original);
  expect(text).toBe(`${PADDING}到0元，a，${PADDING}`);
  expect(indices.slice(PADDING.length, -PADDING.length)).toEqual([0, 1, 7, 8, 9, 12]);
  expect(indices).toHaveLength(text.length);
});
