/** The content of a policy's zip, usable on any computer. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type ContentDocument, noDocuments } from '../../documents/document.ts';
import { createSite } from '../../documents/site.ts';
import { extractSheet } from '../print-sheet/index.ts';
import { makePolicyZips } from './index.ts';
import { safeName } from './safe-name.ts';

let out: string;
const timeZone = process.env.TZ;

beforeEach(() => {
  out = mkdtempSync(join(tmpdir(), 'mingbai-bundles-'));
  write('share/policies/di-bao/poster.png', 'a picture');
  write('share/policies/di-bao/message.txt', '【低保】\n去乡镇政府申请。');
  write('policies/di-bao/index.html', '<main><p>页</p><div class="sheet sheet-large">打印单</div></main>');
  write('assets/style.css', 'p{color:red}@media print{.sheet{display:block}}');
});
afterEach(() => {
  rmSync(out, { recursive: true });
  if (timeZone === undefined) delete process.env.TZ;
  else process.env.TZ = timeZone;
});

function write(file: string, text: string): void {
  mkdirSync(join(out, file, '..'), { recursive: true });
  writeFileSync(join(out, file), text);
}

/** The bytes of the zip of a policy; files in a folder named `cache` may be reused. */
function bundle(cache = 'cache'): Buffer {
  const title = '家里困难，可以申请低保？';
  const policy = {
    collection: 'policies',
    slug: 'di-bao',
    data: { title, reviewedOn: '2026-11-20' },
    body: { blocks: [], headings: [] },
  } as unknown as ContentDocument<'policies'>;
  const county = { site: { name: '明白纸', url: 'https://www.county.example/' }, ledger: [], finder: [] };
  const site = createSite({ ...noDocuments(), policies: [policy] }, county, '2026-11-23');
  rmSync(join(out, 'share/policies/di-bao/all.zip'), { force: true });
  makePolicyZips(site, out, join(out, cache));
  return readFileSync(join(out, 'share/policies/di-bao/all.zip'));
}

test('all files of the policy, in one folder of its name', () => {
  const files = unzipSync(bundle());
  expect(Object.keys(files)).toEqual(
    ['海报.png', '群里发的文字.txt', '打印单.html'].map((name) => `家里困难，可以申请低保？/${name}`),
  );
  const [poster, message, sheet] = Object.values(files).map((bytes) => Buffer.from(bytes).toString('utf8'));
  expect(poster).toBe('a picture');
  expect(message).toBe('\uFEFF【低保】\r\n去乡镇政府申请。');
  expect(sheet).toContain('<div class="sheet sheet-large">打印单</div>');
  expect(sheet).toContain('@media all{.sheet{display:block}}');
});

test('its names are read as UTF-8 by Windows and phones, and by unzip 6.0, which decides by the creating system', () => {
  const zip = bundle();
  const entries: number[] = [];
  const HEADER = Buffer.from([0x50, 0x4b, 1, 2]);
  for (let at = zip.indexOf(HEADER); at >= 0; at = zip.indexOf(HEADER, at + 1)) entries.push(at);
  expect(entries).toHaveLength(3);
  for (const at of entries) {
    // APPNOTE.TXT 6.3.10, 4.3.12: the system, the flag for UTF-8 (bit 11), the mode of a file on that system.
    expect(zip.readUInt8(at + 5)).toBe(3);
    expect(zip.readUInt16LE(at + 8) & 0x800).toBe(0x800);
    expect(zip.readUInt16LE(at + 40)).toBe(0o100644);
  }
});

test('the same files give the same bytes, in every time zone', () => {
  process.env.TZ = 'Asia/Shanghai';
  const first = bundle('shanghai');
  process.env.TZ = 'America/New_York';
  expect(bundle('new-york').equals(first)).toBe(true);
});

test('a cadre gets the current text, not a cached one', () => {
  bundle();
  write('share/policies/di-bao/message.txt', '【低保】\n去村委会申请。');
  const files = Object.values(unzipSync(bundle())).map((bytes) => Buffer.from(bytes).toString('utf8'));
  expect(files.join()).toContain('去村委会申请');
  expect(files.join()).not.toContain('去乡镇政府申请');
});

test('a change of the page outside the sheet leaves the zip unchanged, the same file', () => {
  bundle();
  const before = statSync(join(out, 'share/policies/di-bao/all.zip')).ino;
  write('policies/di-bao/index.html', '<main><p>新页</p><div class="sheet sheet-large">打印单</div></main>');
  bundle();
  expect(statSync(join(out, 'share/policies/di-bao/all.zip')).ino).toBe(before);
  write(
    'policies/di-bao/index.html',
    '<main><p>新页</p><div class="sheet sheet-large">新打印单</div></main>',
  );
  const files = Object.values(unzipSync(bundle())).map((bytes) => Buffer.from(bytes).toString('utf8'));
  expect(files.join()).toContain('新打印单');
});

test('a page without a sheet gives none', () => {
  expect(extractSheet('<main></main>')).toBeUndefined();
});

test('every name can be a folder on Windows, whatever the title is', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('CON', 'aux.txt', 'a/b', '..', '?', ' 。')),
      (title) => {
        const name = safeName(title, 'di-bao');
        // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what Windows refuses.
        expect(name).not.toMatch(/[<>:"/\\|?*\u0000-\u001f]|^[\s.]|[\s.]$|^$/);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i);
      },
    ),
  );
});
