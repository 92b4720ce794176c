import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { examplePng } from '../src/check/example-picture.ts';
import { createSite } from '../src/documents/site.ts';
import { readSettings } from '../src/settings.ts';
import { checkCorpus } from './check-corpus.ts';
import { copyPublicFolders } from './copy-public-folders.ts';
import { publicFolders, watchedFolders } from './public-folders.ts';

const top = mkdtempSync(join(tmpdir(), 'mingbai-public-'));
afterAll(() => rmSync(top, { recursive: true }));

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), content);
}

const page = (fields: string, body = '') => `---\n${fields}\n---\n\n${body}\n`;

test('a county shows the photographs of what it takes from its province, its own first, and no others', async () => {
  const [provincial, own] = [examplePng(4, 3), examplePng(5, 3)];
  write('province/content/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  const fields = 'title: 修路\nsummary: 路修好了。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20';
  const pictures = '![路](/images/lu.png)\n\n![桥](/images/%E6%A1%A5.png)\n\n[表](/files/biao.csv)';
  write('province/content/pages/lu.mdx', page(fields, pictures));
  for (const name of ['images/lu.png', 'images/桥.png', 'images/unused.png', 'icon.png'])
    write(`province/public/${name}`, provincial);
  write('province/public/files/biao.csv', '一,二\n');
  write(
    'county/content/site.yml',
    'name: 县\nurl: https://www.county.example/\nextends: ../../province/content\n',
  );
  write('county/public/images/lu.png', own);
  const settings = {
    ...readSettings({ MINGBAI_TODAY: '2026-11-24' }),
    contentDir: join(top, 'county/content'),
    contentName: 'content',
    publicDir: join(top, 'county/public'),
    cacheDir: join(top, 'cache'),
  };

  const { corpus, diagnostics } = await checkCorpus(settings);
  expect(diagnostics.filter(({ rule }) => /^(?:image|public|link)\//.test(rule))).toEqual([]);
  const site = createSite(corpus.documents, corpus, settings.today);
  const outDir = join(top, 'out');
  const folders = publicFolders(settings, site);
  expect(
    await copyPublicFolders(folders, { outDir, cacheDir: settings.cacheDir, except: [] }),
  ).toBeUndefined();
  expect(readdirSync(outDir, { recursive: true, encoding: 'utf8' }).sort()).toEqual(
    ['files', 'files/biao.csv', 'images', 'images/lu.png', 'images/桥.png'].sort(),
  );
  // The width in a PNG's header.
  expect(readFileSync(join(outDir, 'images/lu.png')).readUInt32BE(16)).toBe(5);
  expect(watchedFolders(settings).map((folder) => folder.slice(top.length + 1))).toEqual([
    'county/content',
    'county/public',
    'province/content',
    'province/public',
  ]);
});
