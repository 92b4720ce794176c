/** A standard CBOR reader decodes the output. */
import { decode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type CborValue, openCbor } from './cbor.ts';

const { value } = fc.letrec<{ value: CborValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.integer({ min: -(2 ** 32), max: 2 ** 32 - 1 }),
    fc.constantFrom(0, 23, 24, 255, 256, 65_535, 65_536, -1, -24, -25),
    fc.string({ unit: 'grapheme', maxLength: 300 }),
    fc.array(tie('value'), { maxLength: 40 }),
  ),
}));

test('numbers, texts and lists are read back as they were', () => {
  fc.assert(
    fc.property(value, (written) => {
      const writer = openCbor();
      writer.value(written);
      expect(decode(writer.bytes())).toEqual(written);
    }),
  );
});

test('a list longer than the first piece of memory is whole', () => {
  const written = Array.from({ length: 20_000 }, (_, number) => `${number}号`);
  const writer = openCbor();
  writer.value(written);
  expect(decode(writer.bytes())).toEqual(written);
});
