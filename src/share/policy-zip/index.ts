/**
 * A zip of everything about one policy, for a computer without a network: to print, send and read out. Consists of files of the built
 * site; the same files give the same bytes.
 */
import { hash } from 'node:crypto';
import { lstatSync, readFileSync } from 'node:fs';
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
import { createSheetPage, extractSheet, readStylesheet } from '../print-sheet/index.ts';
import { safeName } from './safe-name.ts';

/** File names in the zip. Windows 8 and later decode them as UTF-8. */
const names = {
  'poster.png': '海报.png',
  'card.png': '卡片.png',
  'square.png': '方图.png',
  'qr.png': '二维码.png',
  'message.txt': '群里发的文字.txt',
  'broadcast.txt': '大喇叭稿.txt',
  'sms.txt': '短信.txt',
} as const;
const SHEET_NAME = '打印单.html';
const PAGE = 'index.html';

/** The code that writes these zips. */
const CODE: HashedCode = { entries: [fileURLToPath(import.meta.url)], packages: ['fflate'] };

/** Writes `all.zip` for each policy of the built site in `outDir`. */
export function makePolicyZips(site: Site, outDir: string, cacheDir: string): void {
  const css = readStylesheet(outDir);
  const codeHash = sourceHash(CODE);
  // Once: of 600 zips the style sheet would be hashed for each.
  const cssHash = sha256(css);
  const cache = openFileCache(join(cacheDir, 'policy-zips'), new Date());
  const hashes = openHashCache(join(cacheDir, 'policy-zip-hashes.json'), codeHash);
  for (const policy of site.policies) {
    const entries = listEntries(policy, outDir).flatMap(([name, path]): ZipEntry[] => {
      const stats = lstatSync(path, { throwIfNoEntry: false });
      if (stats === undefined) return [];
      const compute = () => sha256(zippedContent(name, readFileSync(path)));
      return [{ name, path, hash: hashes.getOrCompute(path, compute, stats).hash }];
    });
    const { title, reviewedOn } = policy.data;
    const keyInputs = [
      codeHash,
      cssHash,
      title,
      reviewedOn,
      ...entries.map(({ name, hash: content }) => [name, content]),
    ];
    const key = sha256(JSON.stringify(keyInputs));
    const path = join(outDir, shareFile(policy, 'all.zip'));
    if (cache.get(key, path) === undefined) cache.set(key, path, createZip(policy, entries, css));
  }
  hashes.flush();
  cache.evictAndFlush(CACHE_MAX_AGE_DAYS.policyZips);
}

/** A file of the site for a zip. */
interface ZipEntry {
  name: string;
  path: string;
  /** Of the content in the zip. */
  hash: string;
}

/** Names and paths of a policy's page and share files. */
function listEntries({ slug }: PolicyDocument, outDir: string): [name: string, path: string][] {
  const folder = join(outDir, 'share', 'policies', slug);
  const files = Object.keys(names).map((file): [string, string] => [file, `${folder}/${file}`]);
  const page: [string, string] = [PAGE, join(outDir, addressOf('policies', slug), PAGE)];
  return [...files, page];
}

/** The content of a file for the zip: of the page only the print sheet, so other changes of the page do not change the zip. */
function zippedContent(name: string, bytes: Buffer): string | Buffer {
  return name === PAGE ? (extractSheet(bytes.toString('utf8')) ?? '') : bytes;
}

function sha256(keyInputs: string | Buffer): string {
  return hash('sha256', keyInputs);
}

/** The bytes of one zip. */
function createZip({ slug, data }: PolicyDocument, entries: readonly ZipEntry[], css: string): Uint8Array {
  const folder = safeName(data.title, slug);
  const files: Zippable = {};
  const found = new Map(entries.map(({ name, path }) => [name, readFileSync(path)]));
  for (const [file, name] of Object.entries(names)) {
    const bytes = found.get(file);
    if (bytes === undefined) continue;
    const isText = file.endsWith('.txt');
    // Images are compressed already.
    files[`${folder}/${name}`] = [
      isText ? forNotepad(bytes.toString('utf8')) : bytes,
      { level: isText ? 9 : 0 },
    ];
  }
  const sheet = extractSheet(found.get(PAGE)?.toString('utf8') ?? '');
  if (sheet)
    files[`${folder}/${SHEET_NAME}`] = [strToU8(createSheetPage(sheet, css, data.title)), { level: 9 }];
  return zipSync(files, zipEntryMarks(data.reviewedOn));
}

/** Old versions of Notepad need a byte-order mark and CRLF. */
function forNotepad(text: string): Uint8Array {
  return strToU8(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`);
}
