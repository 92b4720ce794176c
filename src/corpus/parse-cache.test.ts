/** Cached files equal freshly read ones. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { documentCollections } from '../schema/collection-name.ts';
import { projectDir } from '../settings.ts';
import type { Cache, ParseCache } from './parse-cache.ts';
import { type Corpus, readCorpus } from './read-corpus.ts';
import { readSiteFiles } from './site-files.ts';

/** A cache whose records are serialized to JSON, as in a build. */
function recordsInMemory() {
  let puts = 0;
  const store = <T>(): Cache<T> => {
    const texts = new Map<string, string>();
    return {
      get: (key) => {
        const text = texts.get(key);
        return text === undefined ? undefined : (JSON.parse(text) as T);
      },
      set: (key, value) => {
        puts += 1;
        texts.set(key, JSON.stringify(value));
      },
    };
  };
  const known: ParseCache = { files: store(), siteFiles: store(), sources: store() };
  return { known, puts: () => puts };
}

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-known-'));
  cpSync(join(projectDir, 'content'), folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Only a cached file has a hash, and so has its document. */
function withoutHashes(corpus: Corpus): Corpus {
  for (const source of corpus.sources) delete source.hash;
  for (const collection of documentCollections) {
    for (const document of corpus.documents[collection]) delete document.hash;
  }
  return corpus;
}

const plain = (value: unknown) => JSON.parse(JSON.stringify(value)) as unknown;

test('the second reading uses the cache for every file and gives the same result, with the same errors', () => {
  writeFileSync(join(folder, 'policies', 'di-bao.mdx'), '---\ntitle: 低保\nsumary: 错\n---\n\n<script>\n');
  const { known, puts } = recordsInMemory();
  const fresh = readCorpus(folder, 'content');
  expect(fresh.diagnostics.length).toBeGreaterThan(1);
  expect(plain(withoutHashes(readCorpus(folder, 'content', { known })))).toEqual(plain(fresh));
  const before = puts();
  expect(plain(withoutHashes(readCorpus(folder, 'content', { known })))).toEqual(plain(fresh));
  expect(puts()).toBe(before);
});

test('the ledger is not parsed again until a line of it changes, and an error in it is reported each time', () => {
  const { known, puts } = recordsInMemory();
  const ledger = join(folder, 'addresses.yml');
  const first = readSiteFiles(folder, 'content', known);
  const before = puts();
  expect(plain(readSiteFiles(folder, 'content', known))).toEqual(plain(first));
  expect(puts()).toBe(before);
  const text = readFileSync(ledger, 'utf8');
  writeFileSync(ledger, `${text}- address: /policies/new/\n  since: 2026-11-24\n`);
  expect(readSiteFiles(folder, 'content', known).ledger).toHaveLength(first.ledger.length + 1);
  writeFileSync(ledger, `${text}- address: policies\n  since: 2026-11-24\n`);
  const faulty = readSiteFiles(folder, 'content');
  expect(faulty.diagnostics).toHaveLength(1);
  for (let time = 0; time < 2; time += 1) {
    const { diagnostics, sources } = readSiteFiles(folder, 'content', known);
    expect(diagnostics).toEqual(faulty.diagnostics);
    expect(plain(sources.map((source) => ({ ...source, hash: undefined })))).toEqual(plain(faulty.sources));
  }
});

test('a file without fields that was read before is one without texts, for the rules as well', () => {
  writeFileSync(join(folder, 'policies', 'bare.mdx'), '没有字段，只有字。\n');
  const { known } = recordsInMemory();
  const fresh = readCorpus(folder, 'content', { keepSources: true });
  readCorpus(folder, 'content', { keepSources: true, known });
  const again = withoutHashes(readCorpus(folder, 'content', { keepSources: true, known }));
  expect(again).toEqual(fresh);
  expect(again.sources.find(({ slug }) => slug === 'bare')?.texts).toEqual([]);
});

test('a changed file is read again', () => {
  const { known, puts } = recordsInMemory();
  readCorpus(folder, 'content', { known });
  const before = puts();
  writeFileSync(join(folder, 'places', 'bai-yi.yml'), 'id: bai-yi\nname: 改名村\nkind: village\n');
  const { documents } = readCorpus(folder, 'content', { known });
  expect(documents.places.find(({ id }) => id === 'bai-yi')?.name).toBe('改名村');
  expect(puts()).toBe(before + 1);
});

test('rules find the same texts at the same positions in a cached file', () => {
  writeFileSync(
    join(folder, 'policies', 'di-bao.mdx'),
    '---\ntitle: "低\\u4FDD"\n---\n\n**一**行 [去](/x/)\n',
  );
  const { known, puts } = recordsInMemory();
  const fresh = readCorpus(folder, 'content', { keepSources: true });
  readCorpus(folder, 'content', { known });
  expect(withoutHashes(readCorpus(folder, 'content', { known, keepSources: true }))).toEqual(fresh);
  const before = puts();
  const taken = readCorpus(folder, 'content', { known, keepSources: true });
  expect(plain(withoutHashes(taken).sources)).toEqual(plain(fresh.sources));
  expect(taken.sources.map(({ values }) => values)).toEqual(fresh.sources.map(({ values }) => values));
  expect(puts()).toBe(before);
});

test('links and pictures of a cached file are known without its texts, which the rules of a push need of few files', () => {
  const { known } = recordsInMemory();
  const fresh = readCorpus(folder, 'content', { keepSources: true });
  readCorpus(folder, 'content', { keepSources: true, known });
  const get = (): never => {
    throw new Error('The texts were read.');
  };
  const cached = readCorpus(folder, 'content', {
    keepSources: true,
    known: { ...known, sources: { ...known.sources, get } },
  });
  const addressesOf = ({ sources }: Corpus) =>
    sources
      .filter(({ collection }) => collection !== undefined)
      .map(({ file, links, images }) => ({ file, links, images }));
  expect(addressesOf(fresh).some(({ links }) => links.length > 0)).toBe(true);
  expect(addressesOf(cached)).toEqual(addressesOf(fresh));
});
