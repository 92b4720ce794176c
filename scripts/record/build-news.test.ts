/** A build makes the recording of the news only where it is asked for and can be made, and makes it once. */
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readCorpus } from '../../src/corpus/index.ts';
import { createSite } from '../../src/documents/site.ts';
import { readSettings } from '../../src/settings.ts';
import { makeNews } from './build-news.ts';

const hasPrograms = ['espeak-ng', 'ffmpeg'].every(
  (program) => spawnSync(program, ['-version']).error === undefined,
);
const corpus = readCorpus('content', 'content');
const policies = corpus.documents.policies.filter(({ slug }) => slug === 'di-bao');
const documents = { ...corpus.documents, policies, stories: [], notices: [], pages: [] };
/** One policy, which is news in the week of 2026-11-28. */
const siteOn = (day: string, machineNews: boolean) =>
  createSite(documents, { ...corpus, site: { ...corpus.site, machineNews } }, day);
const site = siteOn('2026-11-28', true);

const path = process.env.PATH;
let top: string;
beforeEach(() => {
  top = mkdtempSync(join(tmpdir(), 'mingbai-news-'));
  mkdirSync(join(top, 'content'));
  writeFileSync(join(top, 'content', 'site.yml'), '# 县\nname: 县\nmachineNews: true\n');
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(top, { recursive: true });
});

let made = 0;
/** Makes it with a cache of this name, and gives the bytes that reach the site. */
async function make(cache = 'cache', of = site) {
  made += 1;
  const [folder, outDir] = [join(top, `work-${made}`), join(top, `site-${made}`)];
  const news = await makeNews(
    of,
    {
      ...readSettings({}),
      contentDir: join(top, 'content'),
      contentName: 'content',
      publicDir: join(top, 'public'),
      cacheDir: join(top, cache),
    },
    folder,
  );
  news.place(outDir);
  const mp3 = join(outDir, 'digest', 'broadcast.mp3');
  return { ...news, bytes: existsSync(mp3) ? readFileSync(mp3) : undefined };
}

describe.skipIf(!hasPrograms)('with the programs', () => {
  test('builds give the same bytes, the file says that it is a machine, and the same words are spoken once', async () => {
    const [first, second] = await Promise.all([make('one'), make('another')]);
    expect(first.diagnostics).toEqual([]);
    expect(first.bytes?.equals(second.bytes ?? Buffer.of())).toBe(true);
    expect(first.recording?.bytes).toBe(first.bytes?.length);
    // 160 characters a minute: some eighty of them.
    expect(first.recording?.seconds).toBeGreaterThan(15);
    expect(first.recording?.seconds).toBeLessThan(60);
    const tag = first.bytes?.toString('utf8', 0, 600);
    expect(tag).toContain('AIGC\0{"Label":"1"');
    expect(tag).toContain('机器念的');

    const bin = join(top, 'bin');
    mkdirSync(bin);
    const version = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' }).stdout.trim();
    writeFileSync(
      join(bin, 'espeak-ng'),
      `#!/bin/sh\n[ "$1" = --version ] || exit 1\ncat <<'END'\n${version}\nEND\n`,
    );
    chmodSync(join(bin, 'espeak-ng'), 0o755);
    process.env.PATH = `${bin}${delimiter}${path}`;
    const third = await make('one');
    expect(third.bytes?.equals(first.bytes ?? Buffer.of())).toBe(true);
    // A voice that fails leaves the site without it, and says so.
    const failed = await make('empty');
    expect([failed.bytes, failed.diagnostics[0]?.message]).toEqual([
      undefined,
      expect.stringContaining('没有念出来'),
    ]);
  }, 120_000);

  test('a recording by a person in public/digest/ is not replaced', async () => {
    mkdirSync(join(top, 'public', 'digest'), { recursive: true });
    writeFileSync(join(top, 'public', 'digest', 'broadcast.mp3'), 'a person');
    expect(await make()).toMatchObject({ diagnostics: [], bytes: undefined });
  });
});

test('without the programs the editor is told what to install, and the build goes on', async () => {
  process.env.PATH = '/nowhere';
  const { recording, bytes, diagnostics } = await make();
  expect([recording, bytes]).toEqual([undefined, undefined]);
  expect(diagnostics).toEqual([
    {
      file: 'content/site.yml',
      line: 3,
      column: 1,
      severity: 'warning',
      rule: 'record/no-news',
      message:
        '大喇叭的消息没有录成，干部工具箱里只放稿子，请人念。这台机器没有装 espeak-ng。装上再来一次：sudo apt-get install espeak-ng。',
    },
  ]);
});

test('a county that does not ask for it, and a week without news, have none', async () => {
  const nothing = { diagnostics: [], bytes: undefined };
  expect(await make('cache', siteOn('2026-11-28', false))).toMatchObject(nothing);
  expect(await make('cache', siteOn('2020-01-01', true))).toMatchObject(nothing);
});
