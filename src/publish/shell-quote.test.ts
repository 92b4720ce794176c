/** A shell gives back the word that was quoted, whatever is in it. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellQuote } from './shell-quote.ts';

test('plain paths stay readable', () => {
  expect(shellQuote('content/policies/di-bao.mdx')).toBe('content/policies/di-bao.mdx');
});

test('any word comes out of the shell as it went in', () => {
  const word = fc.string({ unit: fc.constantFrom(...`ab '"$\\\`!*?~;&|<>()\n\t=#惠`) });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`;
      expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout).toBe(`${words.join('\0')}\0`);
    }),
    { numRuns: 40 },
  );
});
