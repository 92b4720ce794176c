/** A document with `publishOn` on our push server, from the day of its push to the day of its publication; real git, over a local path. */
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { activateRelease, liveReleaseId, releaseIds } from '../../src/publish/folder.ts';
import {
  type CommandResult,
  gitOfEditor as git,
  mingbai,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

const BEFORE = '2027-01-03';
const DAY = '2027-01-04';
const top = temporaryFolder();
const [repository, siteDir, editor] = ['county.git', 'site', 'editor'].map((name) => join(top, name)) as [
  string,
  string,
  string,
];
const content = join(top, 'content');

beforeAll(async () => {
  vi.stubEnv('MINGBAI_TODAY', BEFORE);
  writeFiles(content, { ...site, ...onePolicy });
  const made = await serve();
  expect([made.err, made.code]).toEqual(['', 0]);
  await git(top, 'clone', repository, editor);
});
afterEach(() => vi.unstubAllEnvs());
afterAll(() => rmSync(top, { recursive: true, force: true }));

const serve = () => mingbai('serve-git', repository, '--site', siteDir, '--content', content);

async function push(): Promise<CommandResult> {
  await git(editor, 'add', '--all');
  await git(editor, 'commit', '--message', '改内容');
  const ran = await git(editor, 'push', 'origin', 'main');
  if (ran.code !== 0) await git(editor, 'reset', '--hard', 'origin/main');
  return ran;
}

const file = join(editor, 'content/policies/jiu-zhu.mdx');
const policy = (onePolicy['policies/di-bao.mdx'] ?? '')
  .replace('家里困难，可以申请低保', '急难的时候有救助')
  .replace('reviewer: 县民政局', `reviewer: 县民政局\npublishOn: ${DAY}`);
const isLive = () => existsSync(join(siteDir, 'current/policies/jiu-zhu/index.html'));
const find = (path: string) => readFileSync(join(siteDir, 'current', path), 'utf8');

test('before its day it is accepted and nowhere on the site', async () => {
  vi.stubEnv('MINGBAI_TODAY', BEFORE);
  writeFileSync(file, policy);
  const { code, err } = await push();
  expect([code, err]).toEqual([
    0,
    expect.stringContaining('content/policies/jiu-zhu.mdx 定于2027年1月4日发布，那天以前看不到。'),
  ]);
  expect(err).not.toContain('/policies/jiu-zhu/');
  expect(isLive()).toBe(false);
  for (const each of ['index.html', 'policies/index.html', 'rss.xml', 'policies.json', 'sitemap-0.xml'])
    expect(find(each)).not.toMatch(/急难的时候有救助|jiu-zhu/);
});

test('an error in it stops the push, as it will be published without another look', async () => {
  vi.stubEnv('MINGBAI_TODAY', BEFORE);
  writeFileSync(file, policy.replace('action: jing-lao', 'action: jing-la'));
  const { code, err } = await push();
  expect([code, err]).toEqual([1, expect.stringContaining('content/policies/jiu-zhu.mdx:4:')]);
});

test('a published document cannot link to it before its day', async () => {
  vi.stubEnv('MINGBAI_TODAY', BEFORE);
  writeFileSync(
    join(editor, 'content/policies/di-bao.mdx'),
    `${onePolicy['policies/di-bao.mdx']}\n看[救助](/policies/jiu-zhu/)。\n`,
  );
  const { code, err } = await push();
  expect([code, err]).toEqual([1, expect.stringContaining('定于2027年1月4日才发布')]);
});

test('the server publishes it on its day without a push, and only once', async () => {
  vi.stubEnv('MINGBAI_TODAY', BEFORE);
  const before = liveReleaseId(siteDir);
  await serve();
  expect(liveReleaseId(siteDir)).toBe(before);
  vi.stubEnv('MINGBAI_TODAY', DAY);
  const { code, err } = await serve();
  expect([code, err]).toEqual([0, '']);
  expect(isLive()).toBe(true);
  expect(find('policies/index.html')).toContain('href="/policies/jiu-zhu/"');
  const after = liveReleaseId(siteDir);
  await serve();
  expect(liveReleaseId(siteDir)).toBe(after);
});

test('each night the server publishes the same content for the new day, instead of the release before', async () => {
  vi.stubEnv('MINGBAI_TODAY', '2027-01-05');
  const before = releaseIds(siteDir);
  expect([(await serve()).code, find('digest/index.html')]).toEqual([
    0,
    expect.stringContaining('算到2027年1月5日'),
  ]);
  const after = releaseIds(siteDir);
  expect(after).toEqual([...before.slice(0, -1), liveReleaseId(siteDir)]);
  await serve();
  expect(releaseIds(siteDir)).toEqual(after);
});

test('a site that was rolled back stays so overnight, until the next push', async () => {
  const [first = ''] = releaseIds(siteDir);
  activateRelease(siteDir, first);
  vi.stubEnv('MINGBAI_TODAY', '2027-01-06');
  expect((await serve()).code).toBe(0);
  expect(liveReleaseId(siteDir)).toBe(first);
});
