/** An index built with the tokens of the last one is the same without them, byte for byte. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';
import type { SearchDocument } from './search-documents.ts';
import { noCache, openTokenCache } from './token-cache.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-words-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const file = () => join(folder, 'words');

function record(title: string, text: string): SearchDocument {
  return {
    address: `/policies/${title}/`,
    facts: { title, type: 'policy' },
    title,
    keywords: [],
    lead: '',
    text,
    filters: { type: 'policy', action: [], audience: [], place: ['*'], open: [] },
  };
}

const indexOf = (documents: SearchDocument[], version?: string) => {
  const cache = version === undefined ? noCache() : openTokenCache(file(), version);
  const files = pagefindFiles(documents, buildPostings(documents, cache));
  cache.close();
  return files;
};

/** Number of pages the next index would find in the cache. */
const countCached = (documents: SearchDocument[], version: string) => {
  const cache = openTokenCache(file(), version);
  let taken = 0;
  buildPostings(documents, {
    ...cache,
    get: (textHash) => {
      const words = cache.get(textHash);
      if (words !== undefined) taken += 1;
      return words;
    },
  });
  return taken;
};

describe('an index built with the tokens of the last one', () => {
  test('is that of the current pages, whatever was changed, added and removed', () => {
    const text = fc.stringMatching(/^[一-丏a-c0-9，𠮷]{0,40}$/u);
    const site = fc.array(
      fc.tuple(text, text).map(([title, body]) => record(title, body)),
      {
        minLength: 1,
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(fc.array(site, { minLength: 1, maxLength: 5 }), (sites) => {
        rmSync(file(), { force: true });
        for (const [index, documents] of sites.entries()) {
          const before = sites[index - 1] ?? [];
          // Some pages stay from one site to the next.
          const all = [...documents, ...before.slice(0, 4)];
          expect(indexOf(all, 'v')).toEqual(indexOf(all));
          expect(countCached(all, 'v')).toBe(all.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  const documents = [record('小额贷款', '三万元以内'), record('养老保险', '每月领取')];

  test('is not written again for a few pages', () => {
    const many = Array.from({ length: 200 }, (_, number) => record(`第${number}条`, '三万元以内'));
    indexOf(many, 'v');
    const before = readFileSync(file());
    const changed = [...many.slice(1), record('养老保险', '每月领取')];
    expect(indexOf(changed, 'v')).toEqual(indexOf(changed));
    expect(readFileSync(file())).toEqual(before);
    indexOf(many.slice(10), 'v');
    expect(readFileSync(file())).not.toEqual(before);
  });

  test('ignores a cache of another version of the code', () => {
    indexOf(documents, 'one');
    expect(countCached(documents, 'one')).toBe(2);
    expect(countCached(documents, 'two')).toBe(0);
  });

  test('ignores a file that is truncated or damaged', () => {
    indexOf(documents, 'v');
    const whole = readFileSync(file());
    for (const at of [0, 10, 70, whole.length - 4]) {
      writeFileSync(file(), whole.subarray(0, at));
      expect(countCached(documents, 'v')).toBe(0);
      expect(indexOf(documents)).toEqual(indexOf(documents, 'v'));
      const damaged = Buffer.from(whole);
      damaged[at] = (damaged[at] ?? 0) ^ 1;
      writeFileSync(file(), damaged);
      expect(countCached(documents, 'v')).toBe(0);
    }
  });
});
