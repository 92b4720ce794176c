import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shortAddress, shortCode } from './short-address.ts';

test('codes on paper do not change', () => {
  expect([
    shortAddress('policies', 'di-bao'),
    shortAddress('stories', 'di-bao'),
    shortCode('pages', 'about'),
  ]).toMatchInlineSnapshot(`
    [
      "/s/ieta9/",
      "/s/zpqkg/",
      "7tmu6",
    ]
  `);
});

test('a code is five characters that nobody mistakes for one another', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z0-9-]{1,60}$/), (slug) =>
      /^[2-9a-kmnp-z]{5}$/.test(shortCode('policies', slug)),
    ),
  );
});
