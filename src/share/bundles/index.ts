/**
 * Everything of one policy as a zip: a cadre takes it to a computer without a network, prints, sends and reads out from
 * there. Made of the finished files; the same files always give the same bytes.
 */
import { hash } from 'node:crypto';
import { existsSync, lstatSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { openFileCache } from '../../cache/file-cache.ts';
import { openHashCache } from '../../cache/hash-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../../cache/max-age.ts';
import { type HashedCode, sourceHash } from '../../cache/source-hash.ts';
import { addressOf } from '../../documents/address.ts';
import { shareFile } from '../../documents/share-files.ts';
import type { PolicyDocument, Site } from '../../documents/site.ts';
import { zipEntryMarks } from '../../documents/zip-entry.ts';
import { safeName } from './names.ts';
import { sheetIn, sheetPage } from './sheet-page.ts';

/** Names in the zip, for people who read Chinese; Windows 8 and later show them as they are. */
const names = {
  'poster.png': '海报.png',
  'card.png': '卡片.png',
  'square.png': '方图.png',
  'qr.png': '二维码.png',
  'message.txt': '群里发的文字.txt',
  'broadcast.txt': '大喇叭稿.txt',
} as const;
const SHEET_NAME = '打印单.html';
const PAGE = 'index.html';

/** The code that makes these zips. */
const CODE: HashedCode = { entries: [fileURLToPath(import.meta.url)], packages: ['fflate'] };

/** Writes `all.zip` beside the files of each policy in a finished site; `cacheDir` has those made before. */
export function makeBundles(site: Site, outDir: string, cacheDir: string): void {
  const css = styleOf(outDir);
  const store = openFileCache(join(cacheDir, 'bundles'), new Date());
  const digests = openHashCache(join(cacheDir, 'bundle-digests.json'));
  const form = sha256(`${sourceHash(CODE)}\n${css}`);
  for (const policy of site.policies) {
    // A file that the build did not make is left out.
    const parts = partsOf(policy, outDir).flatMap(([name, path]): Part[] => {
      const stands = lstatSync(path, { throwIfNoEntry: false });
      if (stands === undefined) return [];
      const workOut = () => sha256(partIn(name, readFileSync(path)));
      return [{ name, path, digest: digests.getOrCompute(path, workOut, stands).digest }];
    });
    const { title, reviewedOn } = policy.data;
    const said = [form, title, reviewedOn, ...parts.flatMap(({ name, digest }) => [name, digest])];
    const key = sha256(JSON.stringify(said));
    const path = join(outDir, shareFile(policy, 'all.zip'));
    if (store.get(key, path) === undefined) store.set(key, path, bundleOf(policy, parts, css));
  }
  digests.flush();
  store.evictAndFlush(CACHE_MAX_AGE_DAYS.policyZips);
}

/** A file that comes into a zip. */
interface Part {
  name: string;
  path: string;
  /** Of what comes into the zip of it. */
  digest: string;
}

/** Where the page and the share files of a policy are. */
function partsOf({ slug }: PolicyDocument, outDir: string): [name: string, path: string][] {
  const files = Object.keys(names).map((file): [string, string] => [
    file,
    join(outDir, 'share', 'policies', slug, file),
  ]);
  const page: [string, string] = [PAGE, join(outDir, addressOf('policies', slug), PAGE)];
  return [...files, page];
}

/** What of a file comes into the zip: of the page the sheet, so that a page that names another policy leaves the zip as it is. */
function partIn(name: string, bytes: Buffer): string | Buffer {
  return name === PAGE ? (sheetIn(bytes.toString('utf8')) ?? '') : bytes;
}

function sha256(said: string | Buffer): string {
  return hash('sha256', said);
}

/** The bytes of one zip. */
function bundleOf({ slug, data }: PolicyDocument, parts: readonly Part[], css: string): Uint8Array {
  const folder = safeName(data.title, slug);
  const files: Zippable = {};
  const found = new Map(parts.map(({ name, path }) => [name, readFileSync(path)]));
  for (const [file, name] of Object.entries(names)) {
    const bytes = found.get(file);
    if (bytes === undefined) continue;
    const isText = file.endsWith('.txt');
    // Pictures are packed already: packing them again costs time and gains nothing.
    files[`${folder}/${name}`] = [
      isText ? forNotepad(bytes.toString('utf8')) : bytes,
      { level: isText ? 9 : 0 },
    ];
  }
  const sheet = sheetIn(found.get(PAGE)?.toString('utf8') ?? '');
  if (sheet) files[`${folder}/${SHEET_NAME}`] = [strToU8(sheetPage(sheet, css, data.title)), { level: 9 }];
  return zipSync(files, zipEntryMarks(data.reviewedOn));
}

/** Old Notepads need the mark at the beginning to know Chinese, and both characters at the end of a line. */
function forNotepad(text: string): Uint8Array {
  return strToU8(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`);
}

/** The one stylesheet of the site. */
function styleOf(outDir: string): string {
  const folder = join(outDir, 'assets');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.css')) : undefined;
  return file ? readFileSync(join(folder, file), 'utf8') : '';
}
