/** A build takes the pages of an earlier one only if all that they are made from is the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ListInputs, pageListKey, readPageList } from './page-list.ts';

const inputs = fc.record<ListInputs>({
  version: fc.string(),
  url: fc.string(),
  today: fc.string(),
  corpus: fc.uint8Array(),
  publicFiles: fc.array(fc.string()),
});

test('the key is the same for the same inputs, and another one if any of them differs', () => {
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      const key = pageListKey(one);
      expect(pageListKey(structuredClone(one))).toBe(key);
      for (const name of Object.keys(one) as (keyof ListInputs)[]) {
        const isSame = JSON.stringify(one[name]) === JSON.stringify(other[name]);
        expect(pageListKey({ ...one, [name]: other[name] }) === key, name).toBe(isSame);
      }
    }),
  );
});

test('one other byte of the content makes another key', () => {
  fc.assert(
    fc.property(inputs, fc.nat(), fc.integer({ min: 1, max: 255 }), (one, at, bits) => {
      if (one.corpus.length === 0) return;
      const corpus = Uint8Array.from(one.corpus);
      const place = at % corpus.length;
      corpus[place] = (corpus[place] ?? 0) ^ bits;
      expect(pageListKey({ ...one, corpus })).not.toBe(pageListKey(one));
    }),
  );
});

test('words do not move from one input to the next unseen', () => {
  const one = { version: 'a', url: 'b', today: 'c', corpus: new Uint8Array(), publicFiles: ['d', 'e'] };
  const others = [
    { ...one, version: 'ab', url: '' },
    { ...one, publicFiles: ['d,e'] },
    { ...one, publicFiles: ['de'] },
    { ...one, publicFiles: ['d'], today: 'ce' },
  ];
  expect(new Set([one, ...others].map(pageListKey)).size).toBe(others.length + 1);
});

const KEY = 'a1'.repeat(32);
const read = (value: unknown) => readPageList(Buffer.from(JSON.stringify(value)));

test('a list is read as it was written', () => {
  expect(read([['policies/a/index.html', KEY]])).toEqual([['policies/a/index.html', KEY]]);
});

test.each([
  ['is empty', []],
  ['is no list', { pages: [] }],
  ['names a file outside the site', [['../outside.html', KEY]]],
  ['names one by a way through it', [['policies/../../outside.html', KEY]]],
  ['names a file of the system', [['/etc/passwd', KEY]]],
  ['names one in the words of Windows', [['..\\outside.html', KEY]]],
  ['has a key that is a path', [['index.html', '../../code/index.mjs']]],
  ['has no key', [['index.html']]],
])('a list that %s is a miss', (_, list) => {
  expect(read(list)).toBeUndefined();
});

test('a list that was cut off is a miss', () => {
  expect(readPageList(Buffer.from('[["index.html","'))).toBeUndefined();
});
