import { expect, test } from 'vitest';
import { isInside } from './is-inside.ts';

test.each([
  ['/county/content', '/county', true],
  ['/county', '/county', true],
  ['/county/', '/county', true],
  ['/county/..content', '/county', true],
  ['/county-old', '/county', false],
  ['/', '/county', false],
  ['/county/../province', '/county', false],
  ['/county', '/', true],
])('%s in %s: %s', (inner, outer, is) => {
  expect(isInside(inner, outer)).toBe(is);
});
