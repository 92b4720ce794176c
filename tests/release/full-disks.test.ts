/** A full or read-only disk, under any folder of a publication: the message is Chinese, and the live site is unchanged. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { projectDir } from '../../src/settings.ts';
import {
  type CommandResult,
  mingbai,
  onePolicy,
  resultOf,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

const top = temporaryFolder();
const [content, target, repository] = [join(top, 'content'), join(top, 'site'), join(top, 'county.git')];
const deployment = ['deploy', '--content', content, '--to', target, '--today', '2026-11-24'];
const deploy = () => mingbai(...deployment);
const live = (folder = target) => readFileSync(join(folder, 'current/policies/di-bao/index.html'), 'utf8');
const retitle = (file: string, title: string) =>
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, `title: ${title}`));

beforeAll(async () => {
  writeFiles(content, { ...site, ...onePolicy });
  expect((await deploy()).code).toBe(0);
  retitle(join(content, 'policies/di-bao.mdx'), '改过的低保');
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/**
 * The words before a command that runs it with a disk mounted over a folder of `.mingbai`, for this command only: other tests work there
 * at the same time. Skips the test if this machine cannot mount one.
 */
function withDiskOver(context: TestContext, name: string, options: string): string[] {
  const folder = join(projectDir, '.mingbai', name);
  mkdirSync(folder, { recursive: true });
  const script = 'mount -t tmpfs -o "$0" tmpfs "$1" && shift && exec "$@"';
  const words = ['unshare', '--mount', 'sh', '-c', script, options, folder];
  const probe = spawnSync(words[0] ?? '', [...words.slice(1), 'true'], { stdio: 'ignore' });
  if (probe.status !== 0) context.skip('this machine does not let us mount a disk');
  return words;
}

/** Runs the command line behind these words. */
function mingbaiBehind([first = '', ...words]: string[], ...args: string[]): Promise<CommandResult> {
  const command = [process.execPath, join(projectDir, 'scripts', 'mingbai.ts'), ...args];
  return resultOf(spawn(first, [...words, ...command], { cwd: projectDir }));
}

const STACK = /\n\s+at .+:\d+:\d+/;

for (const [name, options, words] of [
  ['deploy', 'size=40k', '磁盘满了'],
  ['deploy', 'size=400k', '磁盘满了'],
  ['deploy', 'ro', '只读'],
] as const) {
  test(`deploy with .mingbai/${name} on a disk of ${options}: reported, and the site is unchanged`, async (context) => {
    const before = live();
    const { code, err } = await mingbaiBehind(withDiskOver(context, name, options), ...deployment);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
    expect(err).not.toMatch(STACK);
    expect(live()).toBe(before);
  });
}

test('with free space again the same deploy works', async () => {
  expect((await deploy()).code).toBe(0);
  expect(live()).toContain('改过的低保');
});

test('a build that cannot write below .mingbai reports it', async (context) => {
  const build = ['build', '--content', content, '--out', join(top, 'out')];
  const { code, err } = await mingbaiBehind(withDiskOver(context, '', 'ro'), ...build);
  expect(err).not.toMatch(STACK);
  expect([code, existsSync(join(top, 'out'))]).toEqual([1, false]);
  expect(err).toMatch(/^没有生成网站：「.*\.mingbai.*」那里只能读，不能写/m);
  expect(readdirSync(top).filter((each) => each.startsWith('.'))).toEqual([]);
});

test('a push without space for its files is refused in Chinese, and the same push works with space', async (context) => {
  const [editor, pushed] = [join(top, 'editor'), join(top, 'pushed')];
  const who = ['-c', 'user.name=小王', '-c', 'user.email=wang@county.example'];
  const gitWords = (...args: string[]) => ['git', '-C', existsSync(editor) ? editor : top, ...who, ...args];
  const run = ([first = '', ...words]: string[]) => spawnSync(first, words, { encoding: 'utf8' });
  const git = (...args: string[]) => run(gitWords(...args));
  expect((await mingbai('serve-git', repository, '--site', pushed, '--content', content)).code).toBe(0);
  git('clone', '--quiet', repository, editor);
  retitle(join(editor, 'content/policies/di-bao.mdx'), '推上来的低保');
  git('commit', '--all', '--message', '改');
  const before = live(pushed);
  const behind = withDiskOver(context, 'deploy', 'size=8k');
  const { status, stderr } = run([...behind, ...gitWords('push', 'origin', 'main')]);
  expect([status, stderr]).toEqual([1, expect.stringMatching(/磁盘.*满了/)]);
  expect(stderr).not.toMatch(STACK);
  expect(stderr.length).toBeLessThan(1000);
  expect(live(pushed)).toBe(before);
  const again = git('push', 'origin', 'main');
  expect([again.status, again.stderr]).toEqual([0, expect.stringContaining('发布好了')]);
  expect(live(pushed)).toContain('推上来的低保');
});
