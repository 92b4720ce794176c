/**
 * Everything of one policy as a zip: a cadre takes it to a computer without a network, prints, sends and reads out from
 * there. Made of the finished files; the same files always give the same bytes.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, type Zippable, zipSync } from 'fflate';
import { addressOf } from '../../documents/address.ts';
import { shareFile } from '../../documents/share-files.ts';
import type { PolicyDocument, Site } from '../../documents/site.ts';
import { safeName } from './names.ts';
import { sheetPage } from './sheet-page.ts';

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

/** Writes `all.zip` beside the files of each policy in a finished site. */
export function makeBundles(site: Site, outDir: string): void {
  const css = styleOf(outDir);
  for (const policy of site.policies) {
    const path = join(outDir, shareFile(policy, 'all.zip'));
    writeFileSync(path, bundleOf(policy, outDir, css));
  }
}

/** The bytes of one zip; a file that the build did not make is left out. */
function bundleOf(policy: PolicyDocument, outDir: string, css: string): Uint8Array {
  const { slug, data } = policy;
  const folder = safeName(data.title, slug);
  const files: Zippable = {};
  for (const [file, name] of Object.entries(names)) {
    const path = join(outDir, 'share', 'policies', slug, file);
    if (!existsSync(path)) continue;
    const bytes = readFileSync(path);
    const isText = file.endsWith('.txt');
    // Pictures are packed already: packing them again costs time and gains nothing.
    files[`${folder}/${name}`] = [
      isText ? forNotepad(bytes.toString('utf8')) : bytes,
      { level: isText ? 9 : 0 },
    ];
  }
  const page = join(outDir, addressOf('policies', slug), 'index.html');
  const sheet = existsSync(page) ? sheetPage(readFileSync(page, 'utf8'), css, data.title) : undefined;
  if (sheet) files[`${folder}/${SHEET_NAME}`] = [strToU8(sheet), { level: 9 }];
  return zipSync(files, { mtime: dayAsTime(data.reviewedOn), os: 0 });
}

/** Old Notepads need the mark at the beginning to know Chinese, and both characters at the end of a line. */
function forNotepad(text: string): Uint8Array {
  return strToU8(`\uFEFF${text.replace(/\r?\n/g, '\r\n')}`);
}

/** A zip keeps local time without saying where: midnight by this machine's clock, the same bytes everywhere. */
function dayAsTime(day: string): Date {
  const [year = 2026, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Math.min(Math.max(year, 1980), 2099), month - 1, date);
}

/** The one stylesheet of the site. */
function styleOf(outDir: string): string {
  const folder = join(outDir, 'assets');
  const file = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith('.css')) : undefined;
  return file ? readFileSync(join(folder, file), 'utf8') : '';
}
