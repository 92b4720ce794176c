/** A build takes the site of an earlier one only if all that it is made from is the same. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSiteList, type SiteInputs, siteListKey } from './site-list.ts';

const inputs = fc.record<SiteInputs>({
  version: fc.string(),
  today: fc.string(),
  withPictures: fc.boolean(),
  corpus: fc.uint8Array(),
  given: fc.array(fc.tuple(fc.string(), fc.string())),
  unlisted: fc.array(fc.string()),
});

test('the key is the same for the same inputs, and another one if any of them differs', () => {
  fc.assert(
    fc.property(inputs, inputs, (one, other) => {
      const key = siteListKey(one);
      expect(siteListKey(structuredClone(one))).toBe(key);
      for (const name of Object.keys(one) as (keyof SiteInputs)[]) {
        const isSame = JSON.stringify(one[name]) === JSON.stringify(other[name]);
        expect(siteListKey({ ...one, [name]: other[name] }) === key, name).toBe(isSame);
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
      expect(siteListKey({ ...one, corpus })).not.toBe(siteListKey(one));
    }),
  );
});

test('words do not move from one input to the next unseen', () => {
  const one: SiteInputs = {
    version: 'a',
    today: 'b',
    withPictures: true,
    corpus: new Uint8Array(),
    given: [['d', 'e']],
    unlisted: ['f', 'g'],
  };
  const others = [
    { ...one, version: 'ab', today: '' },
    { ...one, given: [], unlisted: ['d', 'e', 'f', 'g'] },
    { ...one, unlisted: ['fg'] },
    { ...one, unlisted: ['f,g'] },
  ];
  expect(new Set([one, ...others].map(siteListKey)).size).toBe(others.length + 1);
});

const read = (value: unknown) => readSiteList(Buffer.from(JSON.stringify(value)));
const withFile = (path: string, cache = 'pages', key = 'a1') => ({
  files: [[path, cache, key]],
  missing: [],
});

test('a list is read as it was written', () => {
  const missing = [{ document: { collection: 'policies', slug: 'di-bao' }, characters: ['📞'] }];
  const list = { ...withFile('policies/a/index.html'), missing };
  expect(read(list)).toEqual(list);
});

test.each([
  ['is empty', { files: [], missing: [] }],
  ['is no list', [['index.html', 'a1']]],
  ['names a file outside the site', withFile('../outside.html')],
  ['names one by a way through it', withFile('policies/../../outside.html')],
  ['names a file of the system', withFile('/etc/passwd')],
  ['names one in the words of Windows', withFile('..\\outside.html')],
  ['takes a file from another folder than the caches of sites', withFile('index.html', '../code')],
  ['takes one from the results of checks', withFile('index.html', 'findings')],
  ['has a key that is a path', withFile('index.html', 'pages', '../../code/index.mjs')],
  ['takes the index of a cache', withFile('index.html', 'pages', 'index.json')],
  ['has no key', { files: [['index.html', 'pages']], missing: [] }],
  ['does not say what the pictures lack', { files: [['index.html', 'pages', 'a1']] }],
])('a list that %s is a miss', (_, list) => {
  expect(read(list)).toBeUndefined();
});

test('a list that was cut off is a miss', () => {
  expect(readSiteList(Buffer.from('{"files":[["index.html","'))).toBeUndefined();
});
