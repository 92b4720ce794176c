/** The time of each rule is linear in the number of its findings: a document of nothing else stops no push. */
import { expect, test, vi } from 'vitest';
import type { Example } from './rule.ts';
import { FOUND_LENGTH, ofFiles, slowRules } from './superlinear.ts';

vi.setConfig({ testTimeout: 300_000 });

const fragmentsOf = (example: Example) => {
  const text = typeof example === 'string' ? example : (example.body ?? example.fields ?? '');
  return text.length > 0 && text.length < 500 ? [text.replaceAll('▶', '')] : [];
};

test.each(ofFiles)('the time of $name is linear in the number of findings', ({ bad }) => {
  for (const piece of bad.flatMap(fragmentsOf)) expect(slowRules(piece, FOUND_LENGTH), piece).toEqual([]);
});
