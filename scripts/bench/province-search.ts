/**
 * Measures the search over a province: bytes and requests of a first query and recall, in one county's index and in that of the province. No site
 * is built; indexes are written, read back and merged by the code of the build, and asked by the code of the phone.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleScript } from '../../src/bundle-script.ts';
import { buildCharacterTables } from '../../src/search/build-character-tables.ts';
import { alphanumericCode } from '../../src/search/client/alphanumeric-code.ts';
import { createCharacterTables } from '../../src/search/client/character-tables.ts';
import { decompressNatively } from '../../src/search/client/index-file.ts';
import { openIndex } from '../../src/search/client/index-reader.ts';
import { search } from '../../src/search/client/search.ts';
import { checkFraud } from '../../src/search/fraud.ts';
import { compressedContent, type IndexFile, pagefindFiles } from '../../src/search/pagefind-files.ts';
import { buildPostings } from '../../src/search/postings.ts';
import { provinceIndexFiles } from '../../src/search/province/build-province-index.ts';
import type { IndexedCounty } from '../../src/search/province/merge-pages.ts';
import { readCountyIndex } from '../../src/search/province/read-county-index.ts';
import { projectDir } from '../../src/settings.ts';
import { type Query, readQueries, recall } from '../../tests/search/query-set.ts';
import { GENERATED_DAY } from './generate-content.ts';
import { median } from './median.ts';
import { generateProvince } from './province-counties.ts';
import { subjectsOf } from './search.ts';
import type { Figures } from './table.ts';

/** Documents of a county. */
const DOCUMENTS = 200;

export interface ProvinceSearchFigures extends Figures {
  counties: number;
  pages: number;
  indexMb: number;
  /** Files of the index that a first query fetches, and their bytes. */
  requests: number;
  firstBytes: number;
  firstRatio: number;
  /** The same with the scripts that every first query needs. */
  withScriptsBytes: number;
  ratioWithScripts: number;
  recallFirst: number;
  recallThree: number;
  /** Reading the indexes of all counties, and of one; merging them and making the files. */
  readSeconds: number | '';
  mergeSeconds: number | '';
}

/** Measures one county, and a province of `counties` counties. */
export async function measureProvinceSearch(counties: number): Promise<ProvinceSearchFigures[]> {
  const queries = readQueries();
  const province = generateProvince(counties, DOCUMENTS, subjectsOf(queries));
  const first = province.county(0);
  const one = await askAll(pagefindFiles(first, buildPostings(first)), first.length, queries);
  const { indexed, readMs } = await readCounties(counties, (number) => {
    const documents = province.county(number);
    return pagefindFiles(documents, buildPostings(documents));
  });
  const began = performance.now();
  const { files, pages } = provinceIndexFiles(indexed, GENERATED_DAY);
  const mergeMs = performance.now() - began;
  const all = await askAll(files, pages, queries);
  const scripts = await scriptBytes();
  const row = (asked: Asked, of: number) => ({
    counties: of,
    pages: asked.pages,
    indexMb: asked.indexBytes / 1_000_000,
    requests: asked.requests,
    firstBytes: asked.firstBytes,
    firstRatio: asked.firstBytes / one.firstBytes,
    withScriptsBytes: asked.firstBytes + scripts,
    ratioWithScripts: (asked.firstBytes + scripts) / (one.firstBytes + scripts),
    recallFirst: asked.recallFirst,
    recallThree: asked.recallThree,
  });
  return [
    { ...row(one, 1), readSeconds: '', mergeSeconds: '' },
    { ...row(all, counties), readSeconds: readMs / 1000, mergeSeconds: mergeMs / 1000 },
  ];
}

/** Writes the index of each county to the disk and reads it back; milliseconds of reading alone. */
async function readCounties(counties: number, filesOf: (number: number) => IndexFile[]) {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  const indexed: IndexedCounty[] = [];
  let readMs = 0;
  try {
    for (let number = 0; number < counties; number += 1) {
      const own = join(folder, String(number));
      for (const file of filesOf(number)) {
        mkdirSync(dirname(join(own, file.path)), { recursive: true });
        writeFileSync(join(own, file.path), compressedContent(file));
      }
      const began = performance.now();
      indexed.push({ id: `county-${number}`, index: await readCountyIndex(own) });
      readMs += performance.now() - began;
      rmSync(own, { recursive: true });
    }
    return { indexed, readMs };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Asked {
  pages: number;
  indexBytes: number;
  requests: number;
  firstBytes: number;
  recallFirst: number;
  recallThree: number;
}

/** Asks each query of an index that nothing has been fetched of. */
async function askAll(files: readonly IndexFile[], pages: number, queries: readonly Query[]): Promise<Asked> {
  const contents = new Map(files.map((file) => [file.path, compressedContent(file)]));
  const indexBytes = [...contents.values()].reduce((sum, { length }) => sum + length, 0);
  for (const { path, content } of buildCharacterTables()) contents.set(path, content);
  const found: string[][] = [];
  const fetched: { bytes: number; requests: number }[] = [];
  for (const { query } of queries) {
    const count = { bytes: 0, requests: 0 };
    const serve = async (url: string) => {
      const content = contents.get(url.slice(1));
      count.bytes += content?.length ?? 0;
      count.requests += 1;
      return new Response(content as BodyInit | undefined, { status: content ? 200 : 404 });
    };
    const result = await search(query, {}, 6, {
      index: await openIndex('/', serve, decompressNatively),
      tables: createCharacterTables(async (name) => (await serve(`/${name}`)).text()),
      pages,
      today: GENERATED_DAY,
      hasEnded: () => false,
      isStale: async () => false,
      checkFraud: async (text) => checkFraud(text),
      loadAlphanumeric: async () => alphanumericCode,
    });
    found.push(result?.hits.map(({ address }) => address) ?? []);
    fetched.push(count);
  }
  return {
    pages,
    indexBytes,
    requests: median(fetched.map(({ requests }) => requests)),
    firstBytes: median(fetched.map(({ bytes }) => bytes)),
    recallFirst: recall(queries, found, 1).share,
    recallThree: recall(queries, found, 3).share,
  };
}

/** The worker and the script of a county's search page, with gzip: without them there is no first query. */
async function scriptBytes(): Promise<number> {
  const sources = ['search/client/worker.client.ts', 'search/client/page.client.ts'];
  const codes = await Promise.all(sources.map((source) => bundleScript(join(projectDir, 'src', source))));
  return codes.reduce((sum, code) => sum + gzipSync(code, { level: 9 }).length, 0);
}
