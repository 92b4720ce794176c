/** A shell returns the quoted word unchanged, whatever its content. */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shellQuote } from './shell-quote.ts';

test('plain paths stay readable', () => {
  expect(shellQuote('content/policies/di-bao.mdx')).toBe('content/policies/di-bao.mdx');
});

test('the shell returns any word unchanged', () => {
  const word = fc.string({ unit: fc.constantFrom(...`ab '"$\\\`!*?~;&|<>()\n\t=#惠`) });
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), (words) => {
      const script = `printf '%s\\0' ${words.map(shellQuote).join(' ')}`;
      expect(spawnSync('sh', ['-c', script], { encoding: 'utf8' }).stdout).toBe(`${words.join('\0')}\0`);
    }),
    { numRuns: 40 },
  );
});
