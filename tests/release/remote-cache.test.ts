/** Hosts with the program in different folders: what the first has made the second takes, and makes the same bytes. */
import { spawn } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { installHost } from '../../scripts/bench/fresh-host.ts';
import { compileCacheFolder } from '../../scripts/compile-cache.ts';
import { projectDir } from '../../src/settings.ts';
import {
  type CommandResult,
  gitOfEditor,
  onePolicy,
  resultOf,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';
import { hashFiles } from '../build/file-hashes.ts';
import { remoteCacheVariables } from '../object-storage/remote-cache-variables.ts';
import { startStorage } from '../object-storage/server.ts';

/** On a busy machine one build may take minutes. */
const TIMEOUT_MS = 900_000;

const DAY = '2026-11-23';
/** A warning about a file that is not published. */
const FINDING = 'file/misplaced';
const MESSAGE = 'share/policies/di-bao/message.txt';
const STORY =
  '---\ntitle: 低保到手了\nsummary: 老王申请了低保。\nperson: {name: 老王, show: full}\ndate: 2026-11-01\naction: jing-lao\npolicies: [di-bao]\nconsent: {kind: written, date: 2026-11-01}\nimage: {src: /images/wang.png, alt: 老王在家门口}\n---\n\n老王领到了低保。\n';
const contact = (name: string) => `id: tel-12333\nname: ${name}\nphone: 12333\nfor: 办事\n`;

/** The photograph of the story, of one colour. */
async function photograph(colour: string): Promise<void> {
  mkdirSync(join(top, 'public', 'images'), { recursive: true });
  const image = { width: 400, height: 300, channels: 3 as const, background: colour };
  await sharp({ create: image })
    .png()
    .toFile(join(top, 'public', 'images', 'wang.png'));
}

/** Commits the content: its history says what was changed and why. */
async function commit(why: string, ...how: string[]): Promise<void> {
  await gitOfEditor(top, 'add', 'content');
  const { code, err } = await gitOfEditor(top, 'commit', '-q', '--allow-empty', '-m', why, ...how);
  expect(code, err).toBe(0);
}

/** Writes a file with one place of it replaced. */
function replaceIn(file: string, before: string | RegExp, after: string): void {
  const text = readFileSync(join(top, file), 'utf8');
  expect(text.replace(before, after)).not.toBe(text);
  writeFileSync(join(top, file), text.replace(before, after));
}

let top: string;
let remote: Record<string, string>;
let close: () => Promise<void>;
beforeAll(async () => {
  top = temporaryFolder();
  writeFiles(join(top, 'base'), {
    'site.yml': 'name: 示例省明白纸\nurl: https://www.province.example/\n',
    'contacts/tel-12333.yml': contact('省里的热线'),
  });
  writeFiles(join(top, 'content'), {
    ...onePolicy,
    'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\nextends: ../base\n',
    'policies/di-bao.mdx': (onePolicy['policies/di-bao.mdx'] ?? '').replace(
      'contacts: [tel-12345]',
      'contacts: [tel-12345, tel-12333]',
    ),
    'stories/wang.mdx': STORY,
    'notes.txt': '明天要写的\n',
  });
  await photograph('red');
  await gitOfEditor(top, 'init', '-q');
  vi.stubEnv('GIT_COMMITTER_DATE', '2026-11-20T09:00:00+08:00');
  await commit('写好了');
  replaceIn('content/policies/di-bao.mdx', 'benefit: [每月一笔钱]', 'benefit: [每月有一笔钱]');
  await commit('改通顺');
  const started = await startStorage(join(top, 'storage'));
  close = started.close;
  remote = remoteCacheVariables(started.storage);
}, TIMEOUT_MS);
afterAll(async () => {
  vi.unstubAllEnvs();
  await close?.();
  rmSync(top, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
});

/** The host that takes nothing from others: this project, whose pages are compiled, with a cache of its own. */
const ALONE = 'alone';
const aloneCache = () => join(top, ALONE, 'cache');

/** Builds the content on a host, new or not. */
async function buildOn(name: string, env: Record<string, string> = {}, day = DAY): Promise<CommandResult> {
  const host = name === ALONE ? projectDir : join(top, name);
  if (!existsSync(host)) installHost(host);
  const folders = ['--content', join(top, 'content'), '--public', join(top, 'public')];
  const out = ['--out', join(top, name, 'dist')];
  const command = [join(host, 'scripts', 'mingbai.ts'), 'build', ...folders, ...out, '--today', day];
  const cache = name === ALONE && { MINGBAI_CACHE: aloneCache() };
  const child = spawn(process.execPath, command, {
    cwd: host,
    // The packages are those of this project: what Node has compiled of them need not be made again for each host.
    env: { ...process.env, NODE_COMPILE_CACHE: compileCacheFolder, ...cache, ...env },
  });
  const result = await resultOf(child);
  expect(result.code, result.err).toBe(0);
  return result;
}

/** The site as it has to be: made without a remote cache and without what earlier builds have cached. */
async function makeAlone(day = DAY): Promise<Record<string, string>> {
  rmSync(aloneCache(), { recursive: true, force: true });
  await buildOn(ALONE, {}, day);
  return filesOf(ALONE);
}

const filesOf = (name: string) => hashFiles(join(top, name, 'dist'));
const isIndexedOn = (name: string) => existsSync(join(top, name, '.mingbai', 'cache', 'search-words'));
/** The findings that a build has reported. */
const findingsOf = ({ err }: CommandResult) =>
  err.split('\n').filter((line) => / (?:warning|error) /.test(line));
const isReadOn = (name: string) => existsSync(join(top, name, '.mingbai', 'cache', 'read'));
const isCompiledOn = (name: string) => existsSync(join(top, name, '.mingbai', 'code'));

test(
  'a new host takes the site of another one: it reads, draws, renders and compiles nothing, and has the same bytes and findings',
  async () => {
    const alone = await makeAlone();
    const first = await buildOn('first', remote);
    expect(first.err).toMatch(/往共用缓存里存了 \d+ 个文件/);
    const second = await buildOn('second', remote);
    expect(second.err).toMatch(/从共用缓存里拿来 \d+ 个文件/);
    expect(second.err).not.toContain('存了');
    expect([isCompiledOn('first'), isCompiledOn('second')]).toEqual([true, false]);
    expect([isReadOn('first'), isReadOn('second')]).toEqual([true, false]);
    expect(findingsOf(first).join('\n')).toContain(FINDING);
    expect(findingsOf(second)).toEqual(findingsOf(first));
    expect(second.out.replace(/ [\d.]+ 秒/, '')).toBe(first.out.replace(/ [\d.]+ 秒/, ''));
    // The index of words is made only by the process that makes pictures and index.
    expect([isIndexedOn('first'), isIndexedOn('second')]).toEqual([true, false]);
    expect(filesOf('first')).toEqual(alone);
    expect(filesOf('second')).toEqual(alone);
  },
  TIMEOUT_MS,
);

test(
  'an object of which half was written is made again: the next host has the same bytes, and the one after it compiles nothing',
  async () => {
    const objects = readdirSync(join(top, 'storage'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('_object'))
      .map((name) => join(top, 'storage', name))
      .sort((a, b) => statSync(b).size - statSync(a).size);
    const [pack = ''] = objects;
    truncateSync(pack, Math.floor(statSync(pack).size / 2));
    const third = await buildOn('third', remote);
    expect(third.err).toMatch(/共用缓存里有 1 包坏了/);
    expect(third.err).toContain('往共用缓存里存了');
    await buildOn('fourth', remote);
    expect([isCompiledOn('third'), isCompiledOn('fourth')]).toEqual([true, false]);
    for (const name of ['third', 'fourth']) expect(filesOf(name)).toEqual(filesOf('first'));
  },
  TIMEOUT_MS,
);

test(
  'a change that no page shows compiles nothing; the next change compiles, and both give the same bytes as without the cache',
  async () => {
    writeFileSync(join(top, 'content', 'site.yml'), '\n# 写给同事看的一句话\n', { flag: 'a' });
    // Its record only.
    expect((await buildOn('second', remote)).err).toContain('存了 1 个文件');
    expect([isReadOn('second'), isCompiledOn('second')]).toEqual([true, false]);
    replaceIn('content/site.yml', /^name: .*$/m, 'name: 改了名字的明白纸');
    await buildOn('second', remote);
    expect(isCompiledOn('second')).toBe(true);
    expect(filesOf('second')).toEqual(await makeAlone());
  },
  TIMEOUT_MS,
);

/** Each changes one thing that a page shows. */
const changes: [string, () => unknown, string?][] = [
  ['a field of a document', () => replaceIn('content/policies/di-bao.mdx', '收入低的可以', '收入低的都可以')],
  [
    'the body of a document',
    () => replaceIn('content/stories/wang.mdx', '老王领到了低保。', '老王领到了钱。'),
  ],
  ['a record of the base', () => replaceIn('base/contacts/tel-12333.yml', '省里的热线', '省里的新热线')],
  ['why a document was changed, in git', () => commit('改得更通顺', '--amend')],
  ['the colours of a photograph', () => photograph('blue')],
  [
    'a file in public in the place of one that is made',
    () => writeFiles(join(top, 'public'), { [MESSAGE]: '县里自己写的话\n' }),
  ],
  ['the same file gone again', () => rmSync(join(top, 'public', MESSAGE))],
  ['the day', () => undefined, '2026-11-24'],
];

test.each(changes)(
  'after a change of %s the site is the one without any cache, and another than before',
  async (_, change, day) => {
    const before = filesOf('second');
    await change();
    await buildOn('second', remote, day);
    const now = filesOf('second');
    expect(now).not.toEqual(before);
    expect(now).toEqual(await makeAlone(day));
  },
  TIMEOUT_MS,
);

test(
  'a storage that is not there, and settings that are incomplete, are one warning and the same site',
  async () => {
    const whole = await makeAlone();
    const gone = await buildOn(ALONE, {
      ...remote,
      MINGBAI_REMOTE_CACHE_ENDPOINT_URL: 'http://127.0.0.1:9',
    });
    expect(gone.err.split('共用缓存连不上').length - 1).toBe(1);
    const open = await buildOn(ALONE, { ...remote, MINGBAI_REMOTE_CACHE_SECRET: 'short' });
    expect(open.err).toContain('没有用上共用缓存：MINGBAI_REMOTE_CACHE_SECRET 至少要有 32 个字符');
    expect(filesOf(ALONE)).toEqual(whole);
  },
  TIMEOUT_MS,
);
