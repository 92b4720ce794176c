/** Writes the search over all counties into `search/` of a built province: the index, the page and its scripts. */
import { createHash, hash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { icons } from '@iconify-json/lucide';
import { bundleScript } from '../../src/bundle-script.ts';
import { nameSounds } from '../../src/documents/name-sounds.ts';
import { ownIcons } from '../../src/documents/own-icons.ts';
import { placeReadings } from '../../src/documents/place-readings.ts';
import { letterPlace, titleLetter } from '../../src/documents/title-letter.ts';
import { makeFolder } from '../../src/make-folder.ts';
import { COUNTY_SUMMARY, readCountySummary } from '../../src/province/index.ts';
import { type SearchPage, searchPageHtml } from '../../src/province-search/search-page-html.ts';
import { buildProvinceIndex, FRAUD_PHONE, type IndexedCounty } from '../../src/search/index.ts';
import { projectDir } from '../../src/settings.ts';
import { codeHash } from '../code-hash.ts';
import { UsageError } from '../usage-error.ts';
import { indexHash, readIndexOnce } from './county-indexes.ts';
import { type County, type Province, workDirOf } from './read-province.ts';

/** The folder of the search below that of the sites; no county may have this id. */
export const SEARCH_FOLDER = 'search';

/** What became of the search. */
export interface WrittenSearch {
  /** False if nothing has changed since the last time. */
  isNew: boolean;
  /** Number of pages in the index. */
  pages: number;
  /** Counties without an index, or with a damaged one: the page leads to their sites only. */
  left: string[];
}

/** What the last search was made from. */
interface Stamp {
  key: string;
  pages: number;
}

/** Writes the search; undefined if no county is built. Throws UsageError if something else is in its place. */
export async function writeProvinceSearch(
  province: Province,
  today: string,
): Promise<WrittenSearch | undefined> {
  const target = join(province.outDir, SEARCH_FOLDER);
  const work = join(workDirOf(province), 'search');
  const version = codeHash();
  const built = province.counties.flatMap(({ id, settings }) => {
    const listHash = indexHash(settings.outDir);
    return listHash === undefined ? [] : [{ id, settings, listHash }];
  });
  if (built.length === 0) return undefined;
  refuseOther(target);
  const summaries = province.counties.map(({ settings }) => hashOf(join(settings.outDir, COUNTY_SUMMARY)));
  const indexes = built.map(({ id, listHash }) => [id, listHash]);
  const ids = province.counties.map(({ id }) => id);
  const names = province.counties.map(({ name, reading }) => [name, reading]);
  const key = hash(
    'sha256',
    JSON.stringify([version, today, province.title, ids, names, indexes, summaries]),
  );
  const stampFile = join(work, 'stamp.json');
  const last = readStamp(stampFile);
  if (last?.key === key && existsSync(join(target, 'index.html')))
    return { isNew: false, pages: last.pages, left: [] };

  makeFolder(work);
  const counties: IndexedCounty[] = [];
  for (const { id, settings, listHash } of built) {
    try {
      const index = await readIndexOnce(settings.outDir, join(work, `${id}.index`), { listHash, version });
      counties.push({ id, index });
    } catch {
      // Told by the caller; the county's own site is whole or will be built again.
    }
  }
  const folder = join(work, 'new');
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const cacheDir = join(work, 'cache');
  const { pages, lines } = await buildProvinceIndex(counties, join(folder, 'index'), {
    today,
    cacheDir,
    version,
  });
  const site = built[0]?.settings.outDir ?? '';
  const assets = await writeAssets(join(folder, 'assets'), site);
  const html = searchPageHtml({
    province: province.title,
    today,
    counties: listCounties(province.counties, counties),
    pages,
    lines,
    fraudPhone: FRAUD_PHONE,
    icons: { print: icon('a-large-small'), phone: icon('phone') },
    ...assets,
  });
  writeFileSync(join(folder, 'index.html'), html);
  replace(target, folder, join(work, 'last'));
  writeFileSync(stampFile, JSON.stringify({ key, pages } satisfies Stamp));
  const having = new Set(counties.map(({ id }) => id));
  const left = ids.filter((id) => !having.has(id));
  // Those that are missing are looked for again the next time.
  if (left.length > 0) rmSync(stampFile);
  return { isNew: true, pages, left };
}

/** The counties in the order of the page. */
function listCounties(
  counties: readonly County[],
  indexed: readonly IndexedCounty[],
): SearchPage['counties'] {
  const pages = new Map(indexed.map(({ id, index }) => [id, index.pages.length]));
  const listed = counties.map(({ id, settings, ...given }) => {
    const summary = readCountySummary(settings.outDir);
    const name = given.name ?? summary?.county?.name ?? summary?.name ?? id;
    const reading = given.reading ?? (given.name === undefined ? summary?.county?.reading : undefined);
    const readings = placeReadings([{ name, ...(reading !== undefined && { reading }) }]);
    const sounds = nameSounds(name, readings);
    const letter = titleLetter(name, readings);
    return { id, name, href: addressOf(id, summary?.url), pages: pages.get(id) ?? 0, sounds, letter };
  });
  return listed.sort(
    (a, b) => letterPlace(a.letter) - letterPlace(b.letter) || (a.sounds < b.sounds ? -1 : 1),
  );
}

/** The site of a county from the search page: beside it, or at the address of its own that site.yml says. */
function addressOf(id: string, url: string | undefined): string {
  return url === undefined || new URL(url).pathname.endsWith(`/${id}/`) ? `../${id}/` : url;
}

/** Copies the style sheet and the icon of a county and bundles the scripts; each has a hash in its name. */
async function writeAssets(folder: string, site: string): Promise<Pick<SearchPage, 'files' | 'head'>> {
  mkdirSync(folder, { recursive: true });
  const style = readdirSync(join(site, 'assets')).find((name) => name.endsWith('.css')) ?? '';
  writeFileSync(join(folder, style), readFileSync(join(site, 'assets', style)));
  if (existsSync(join(site, 'icon.svg'))) copyFileSync(join(site, 'icon.svg'), join(folder, 'icon.svg'));
  const bundle = async (source: string) => (await bundleScript(join(projectDir, 'src', source))).trim();
  const write = async (name: string, source: string) => {
    const code = await bundle(source);
    const file = `${name}.${hash('sha256', code).slice(0, 8)}.js`;
    writeFileSync(join(folder, file), code);
    return file;
  };
  const [head, search, worker, fraud, alphanumeric, gunzip] = await Promise.all([
    bundle('layouts/head.client.ts'),
    write('province-search', 'province-search/province-search.client.ts'),
    write('search-worker', 'search/client/worker.client.ts'),
    write('search-fraud', 'search/client/fraud.client.ts'),
    write('search-alphanumeric', 'search/client/alphanumeric.client.ts'),
    write('gunzip', 'search/client/gunzip.client.ts'),
  ]);
  const cspHash = `'sha256-${createHash('sha256').update(head).digest('base64')}'`;
  return { files: { style, search, worker, fraud, alphanumeric, gunzip }, head: { code: head, cspHash } };
}

function icon(name: string): string {
  const body = ownIcons[name] ?? icons.icons[name]?.body ?? '';
  return `<svg viewBox="0 0 24 24" aria-hidden="true">${body}</svg>`;
}

/** Puts the new search in the place of the last one. */
function replace(target: string, folder: string, last: string): void {
  rmSync(last, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, last);
  try {
    renameSync(folder, target);
  } catch (error) {
    if (existsSync(last)) renameSync(last, target);
    throw error;
  }
  rmSync(last, { recursive: true, force: true });
}

/** Throws UsageError if the folder has something else. */
function refuseOther(target: string): void {
  const names = existsSync(target) ? readdirSync(target) : [];
  if (names.length === 0 || ['assets', 'index', 'index.html'].every((name) => names.includes(name))) return;
  throw new UsageError(`${target} 里有别的东西，全省的搜索要写在那里。请把它移开，再运行一次。`);
}

function hashOf(file: string): string {
  return existsSync(file) ? hash('sha256', readFileSync(file)) : '';
}

function readStamp(file: string): Stamp | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Stamp;
  } catch {
    return undefined;
  }
}
