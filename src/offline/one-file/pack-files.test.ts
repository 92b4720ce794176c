/** Every file comes back from the one file as it was, whatever its bytes and its name. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { openFiles } from './client/file-store.ts';
import { packDirectory, packFiles } from './pack-files.ts';
import { readRecord, writeRecord } from './page-record.ts';

/** Packs the files and opens them again, as a browser does. */
function reopen(files: ReadonlyMap<string, Uint8Array>, maxBlockBytes: number, isCompressed: boolean) {
  const { blocks, contents } = packFiles([{ files, maxBlockBytes, isCompressed }]);
  const toText = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('base64');
  const directory = packDirectory({ siteUrl: 'https://county.example/', blocks, moved: {} });
  return { blocks, store: openFiles(toText(directory), (block) => toText(contents[block])) };
}

const files = fc.dictionary(fc.string({ unit: 'grapheme' }), fc.uint8Array({ maxLength: 300 })).map((all) => {
  return new Map(Object.entries(all));
});

test('any files come back with the same bytes', () => {
  fc.assert(
    fc.property(files, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (all, maxBytes, isCompressed) => {
      const { store } = reopen(all, maxBytes, isCompressed);
      for (const [name, content] of all) expect(store.bytes(name)).toEqual(new Uint8Array(content));
      expect(store.has('no such file ')).toBe(all.has('no such file '));
    }),
  );
});

test('a page of many repeated texts comes back from a block of a megabyte', () => {
  const page = (number: number) => `${'低保、养老金、残疾人补贴。'.repeat(500)}第${number}页`;
  const pages = new Map(
    Array.from({ length: 60 }, (_, number) => [`${number}`, Buffer.from(page(number))] as const),
  );
  const { blocks, store } = reopen(pages, 1_000_000, true);
  expect(blocks.length).toBe(2);
  for (let number = 0; number < 60; number += 1) expect(store.text(`${number}`)).toBe(page(number));
});

describe('a block', () => {
  const sizes = (maxBlockBytes: number) =>
    reopen(
      new Map([2, 2, 5, 1].map((length, at) => [`${at}`, new Uint8Array(length)] as const)),
      maxBlockBytes,
      false,
    ).blocks.map(({ files: inside }) => inside.map(([, length]) => length));

  test('has as many files as fit', () => {
    expect(sizes(4)).toEqual([[2, 2], [5], [1]]);
    expect(sizes(100)).toEqual([[2, 2, 5, 1]]);
  });

  test('has a file that is larger alone', () => {
    expect(sizes(1)).toEqual([[2], [2], [5], [1]]);
  });
});

test('a damaged block is an error, not a wrong page', () => {
  const { blocks, contents } = packFiles([
    {
      files: new Map([['page', Buffer.from('低保'.repeat(400))]]),
      maxBlockBytes: 100,
      isCompressed: true,
    },
  ]);
  const directory = Buffer.from(
    packDirectory({ siteUrl: 'https://county.example/', blocks, moved: {} }),
  ).toString('base64');
  const damaged = Buffer.from(contents[0] ?? []).subarray(0, 8);
  expect(() => openFiles(directory, () => damaged.toString('base64')).bytes('page')).toThrow();
});

test('any record of a page is read as it was written', () => {
  const facts = fc.record({
    title: fc.string({ unit: 'grapheme' }),
    lang: fc.string(),
    built: fc.string(),
    bodyClass: fc.string(),
    current: fc.string(),
    scripts: fc.array(fc.string()),
  });
  fc.assert(
    fc.property(facts, fc.string({ unit: 'grapheme' }), (given, main) => {
      expect(readRecord(writeRecord({ facts: given, main }))).toEqual({ facts: given, main });
    }),
  );
});
