/** A code is the one that the library chooses, so that no printed code changes. */
import fc from 'fast-check';
import { encode } from 'uqr';
import { expect, test } from 'vitest';
import { encodeBestMask } from './qr-mask.ts';

test('any address has the same code as by the choice of the library', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 60 }), fc.webUrl(), (text, url) => {
      for (const address of [text, url, `${url}/s/ab2cd/`]) {
        const { data } = encode(address, { ecc: 'M', border: 0, boostEcc: false });
        const { side, isBlack } = encodeBestMask(address);
        expect(side).toBe(data.length);
        expect(Buffer.from(isBlack).equals(Uint8Array.from(data.flat(), Number))).toBe(true);
      }
    }),
    { numRuns: 30 },
  );
});
