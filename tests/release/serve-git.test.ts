/** Editors push to a repository made by `serve-git`; real git, over a local path. */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { releaseIds } from '../../src/publish/folder.ts';
import { liveReleaseId } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import {
  type CommandResult,
  gitOfEditor as git,
  headingOf,
  mingbai,
  onePolicy,
  site,
  temporaryFolder,
  writeFiles,
} from '../build/content-folder.ts';

let top: string;
let repository: string;
let siteDir: string;
let editor: string;

beforeAll(async () => {
  top = temporaryFolder();
  repository = join(top, 'county.git');
  siteDir = join(top, 'site');
  editor = join(top, 'editor');
  const content = join(top, 'content');
  writeFiles(content, { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', content);
  expect([made.err, made.code]).toEqual(['', 0]);
  await git(top, 'clone', repository, editor);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

/** Commits everything in the editor's folder and pushes it; a refused commit is reset. */
async function push(folder = editor, message = '改内容'): Promise<CommandResult> {
  await git(folder, 'add', '--all');
  await git(folder, 'commit', '--message', message);
  const ran = await git(folder, 'push', 'origin', 'main');
  if (ran.code !== 0) await git(folder, 'reset', '--hard', 'origin/main');
  return ran;
}

const page = (address: string) => readFileSync(join(siteDir, 'current', address, 'index.html'), 'utf8');
const policy = (title: string) =>
  (onePolicy['policies/di-bao.mdx'] ?? '').replace('家里困难，可以申请低保', title);

/** Changes the editor's folder, pushes it, and expects that it is refused with these words and nothing changes. */
async function expectRefused(change: () => unknown, words: string): Promise<void> {
  const before = liveReleaseId(siteDir);
  await change();
  const { code, err } = await push();
  expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  expect(liveReleaseId(siteDir)).toBe(before);
  expect(err).not.toMatch(/\n\s+at .+:\d+:\d+/);
}

test('a new document is live when the push ends, and the editor sees its address', async () => {
  writeFiles(join(editor, 'content'), { 'policies/jiu-zhu.mdx': policy('急难的时候有救助') });
  const { code, err } = await push();
  expect([code, err]).toEqual([0, expect.stringContaining('https://www.county.example/policies/jiu-zhu/')]);
  expect(page('policies/jiu-zhu')).toContain('急难的时候有救助');
});

test('an error is reported in the push, with its line, and the site is unchanged', async () => {
  const file = join(editor, 'content/policies/di-bao.mdx');
  await expectRefused(
    () => writeFileSync(file, readFileSync(file, 'utf8').replace('action: jing-lao', 'action: jing-la')),
    'content/policies/di-bao.mdx:4:',
  );
});

test('a published document cannot be removed without an entry, even if its line in the ledger is removed as well', async () => {
  await expectRefused(() => {
    rmSync(join(editor, 'content/policies/jiu-zhu.mdx'));
    rmSync(join(editor, 'content/addresses.yml'), { force: true });
  }, '/policies/jiu-zhu/');
});

test('a warning about somebody’s privacy is first in the answer, and the push is accepted', async () => {
  const child = `${policy('孩子看病有补助')}\n王小明今年12岁。\n`;
  writeFiles(join(editor, 'content'), { 'policies/kan-bing.mdx': child });
  const { code, err } = await push();
  expect([code, err]).toEqual([0, expect.stringMatching(/warning privacy\/minor-name .*「王小明」/)]);
  expect(err).toContain('有 1 处像是别人的隐私');
  expect(page('policies/kan-bing')).toContain('孩子看病有补助');
});

test.each<[string, () => unknown, string]>([
  ['a program', () => writeFiles(editor, { 'src/pages/index.astro': '' }), '只能改 content/ 和 public/'],
  ['a link', () => symlinkSync('/etc/passwd', join(editor, 'public/list.txt')), '这是链接'],
  [
    'an executable file',
    () => {
      writeFileSync(join(editor, 'public/run.sh'), '');
      chmodSync(join(editor, 'public/run.sh'), 0o755);
    },
    '可执行',
  ],
])('%s is refused', (_, change, words) => expectRefused(change, words));

test('the branch cannot be deleted or overwritten, and no other branch can be pushed', async () => {
  const before = liveReleaseId(siteDir);
  for (const [args, words] of [
    [['--delete', 'main'], '不能删'],
    [['main:other'], '只收 main'],
  ] as const) {
    const { code, err } = await git(editor, 'push', 'origin', ...args);
    expect([code, err]).toEqual([1, expect.stringContaining(words)]);
  }
  await git(editor, 'commit', '--amend', '--message', '改口');
  const { code, err } = await git(editor, 'push', '--force', 'origin', 'main');
  expect([code, err]).toEqual([1, expect.stringContaining('不要用 --force')]);
  await git(editor, 'reset', '--hard', 'origin/main');
  expect(liveReleaseId(siteDir)).toBe(before);
});

/** The hooks of the repository that are running and what they have started: process numbers with their command lines. */
function runningHooks(): [pid: number, command: string][] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid): [number, string][] => {
      try {
        const [environment, command] = ['environ', 'cmdline'].map((name) =>
          readFileSync(`/proc/${pid}/${name}`, 'utf8'),
        );
        return environment?.includes(`GIT_QUARANTINE_PATH=${repository}`)
          ? [[Number(pid), command ?? '']]
          : [];
      } catch {
        // Ended in the meantime.
        return [];
      }
    });
}

const WAIT = { timeout: 20_000, interval: 20 };

test('a refused push leaves no process on the server', async () => {
  writeFiles(editor, { 'src/pages/index.astro': '' });
  expect(await push()).toMatchObject({ code: 1, err: expect.stringContaining('只能改 content/ 和 public/') });
  await expect.poll(runningHooks, WAIT).toEqual([]);
});

test('a push that is killed while its build starts leaves no process, and the same push works afterwards', async () => {
  const before = liveReleaseId(siteDir);
  writeFiles(join(editor, 'content'), { 'policies/lao-ren.mdx': policy('老人有高龄津贴') });
  await git(editor, 'add', '--all');
  await git(editor, 'commit', '--message', '加一篇');
  const pushing = git(editor, 'push', 'origin', 'main');
  const find = (words: string) => runningHooks().find(([, command]) => command.includes(words))?.[0];
  await expect.poll(() => find('render-pages'), WAIT).toBeDefined();
  process.kill(find('pre-receive') ?? 0, 'SIGKILL');
  const { code, err } = await pushing;
  expect([code, err]).toEqual([1, expect.not.stringContaining('发布好了')]);
  await expect.poll(runningHooks, WAIT).toEqual([]);
  expect(liveReleaseId(siteDir)).toBe(before);
  expect(await git(editor, 'push', 'origin', 'main')).toMatchObject({ code: 0 });
  expect(page('policies/lao-ren')).toContain('老人有高龄津贴');
});

test('a push of more than 200 MB is refused in Chinese', async () => {
  const quarantine = join(top, 'quarantine');
  writeFiles(quarantine, { pack: '' });
  truncateSync(join(quarantine, 'pack'), 228_000_000);
  // Called as by git, without a branch to read.
  const hook = spawnSync(process.execPath, [join(projectDir, 'scripts/mingbai.ts'), 'hook', 'pre-receive'], {
    encoding: 'utf8',
    input: '',
    env: { ...process.env, GIT_DIR: repository, GIT_QUARANTINE_PATH: quarantine },
  });
  expect([hook.status, hook.stderr]).toEqual([1, expect.stringContaining('228 MB，太大了，一次最多 200 MB')]);
  const limit = await git(repository, 'config', 'receive.maxInputSize');
  expect(limit.out.trim()).toBe('2g');
});

test('pages show what was changed and why, like those built in a clone', async () => {
  const file = join(editor, 'content/policies/di-bao.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace('收入低的可以申请。', '收入低的都可以申请。'));
  expect((await push(editor, '写清楚谁能申请')).code).toBe(0);
  // Line-break opportunities are ignored.
  expect(page('policies/di-bao').replace(/<wbr[^>]*>/g, '')).toContain('最近改动');
  expect(page('policies/di-bao')).toContain('写清楚谁能申请');
});

test('a change reverted with git revert is published like any other, again and again', async () => {
  const title = () => headingOf(page('policies/di-bao'));
  const file = join(editor, 'content/policies/di-bao.mdx');
  const before = title();
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: 写错了的低保'));
  expect([(await push()).code, title()]).toEqual([0, '写错了的低保']);
  for (const expected of [before, '写错了的低保']) {
    await git(editor, 'revert', '--no-edit', 'HEAD');
    const { code, err } = await git(editor, 'push', 'origin', 'main');
    expect([code, err]).toEqual([0, expect.stringContaining('发布好了')]);
    expect(title()).toBe(expected);
  }
});

test('if a publication fails the push is refused with the reason, and the same push works afterwards', async () => {
  const file = join(editor, 'content/policies/di-bao.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^title: .*$/m, 'title: 磁盘坏了那天的低保'));
  const [before, main] = [liveReleaseId(siteDir), (await git(editor, 'rev-parse', 'origin/main')).out];
  // A file instead of our link: the site cannot be switched.
  renameSync(join(siteDir, 'current'), join(top, 'moved-away'));
  writeFileSync(join(siteDir, 'current'), '');
  await git(editor, 'commit', '--all', '--message', '改标题');
  const refused = await git(editor, 'push', 'origin', 'main');
  rmSync(join(siteDir, 'current'));
  renameSync(join(top, 'moved-away'), join(siteDir, 'current'));
  expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('没有收下，网站还是原来的样子') });
  expect(refused.err).toContain('没有发布成，原因看上面');
  expect(refused.err).not.toContain('发布好了');
  expect((await git(repository, 'rev-parse', 'main')).out).toBe(main);
  expect(liveReleaseId(siteDir)).toBe(before);
  const again = await git(editor, 'push', 'origin', 'main');
  expect([again.code, again.err]).toEqual([0, expect.stringContaining('发布好了')]);
  expect(page('policies/di-bao')).toContain('磁盘坏了那天的低保');
});

test('two pushes at once: both are published, and the later one is live', async () => {
  const second = join(top, 'second');
  await git(top, 'clone', repository, second);
  writeFiles(join(editor, 'content'), { 'policies/first.mdx': policy('第一篇') });
  const one = push();
  await until(async () => (await git(second, 'fetch')).code === 0 && (await ahead(second)));
  await git(second, 'merge', '--ff-only', 'origin/main');
  writeFiles(join(second, 'content'), { 'policies/second.mdx': policy('第二篇') });
  const two = push(second);
  for (const ran of [await one, await two])
    expect([ran.code, ran.err]).toEqual([0, expect.stringMatching(/发布/)]);
  expect(page('policies/first')).toContain('第一篇');
  expect(page('policies/second')).toContain('第二篇');
  // In order: no release has the second without the first, and none is older than the one before it.
  const has = (id: string, slug: string) => existsSync(join(siteDir, 'releases', id, 'policies', slug));
  const counts = releaseIds(siteDir).map((id) => {
    expect(has(id, 'first') || !has(id, 'second'), id).toBe(true);
    return Number(has(id, 'first')) + Number(has(id, 'second'));
  });
  expect(counts).toEqual(counts.toSorted());
  expect(counts.at(-1)).toBe(2);
});

/** Whether the server has a commit that this clone lacks. */
async function ahead(folder: string): Promise<boolean> {
  return (await git(folder, 'rev-list', '--count', 'main..origin/main')).out.trim() !== '0';
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 100));
}
