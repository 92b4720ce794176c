/** A push to `review/NAME` is built for reviewers at an address that nobody can guess, and never touches the live site; real git. */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { liveReleaseId } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

const top = temporaryFolder();
const [repository, siteDir, editor] = ['county.git', 'site', 'editor'].map((name) => join(top, name)) as [
  string,
  string,
  string,
];
const policy = onePolicy['policies/di-bao.mdx'] ?? '';
const file = join(editor, 'content/policies/jiu-zhu.mdx');
let release: string | undefined;
const handbook = readFileSync(join(projectDir, 'content/README.md'), 'utf8');

const git = (...args: string[]) => {
  const { status, stderr, stdout } = spawnSync('git', ['-C', editor, ...args], { encoding: 'utf8' });
  return { code: status, err: stderr.replace(/^remote: ?/gm, '').replace(/ +$/gm, ''), out: stdout };
};
function push(text: string, ...more: string[]) {
  writeFileSync(file, text);
  git('add', '.');
  git('commit', '--quiet', '--message', '写');
  return git('push', ...more, 'origin', 'HEAD:review/jiu-zhu');
}
const reviews = () => {
  const folder = join(siteDir, '_review');
  return existsSync(folder) ? readdirSync(folder) : [];
};
const branches = () =>
  spawnSync('git', ['-C', repository, 'for-each-ref', '--format=%(refname)', 'refs/heads/review'], {
    encoding: 'utf8',
  }).stdout.trim();
const page = () =>
  readFileSync(join(siteDir, '_review', reviews()[0] ?? '', 'policies/jiu-zhu/index.html'), 'utf8');
const draft = policy
  .replace('家里困难，可以申请低保', '急难有救助')
  .replace('reviewer:', 'draft: true\nreviewer:');

beforeAll(async () => {
  writeFiles(join(top, 'content'), { ...site, ...onePolicy });
  const made = await mingbai('serve-git', repository, '--site', siteDir, '--content', join(top, 'content'));
  expect([made.err, made.code]).toEqual(['', 0]);
  spawnSync('git', ['clone', '--quiet', repository, editor]);
  git('config', 'user.name', '小王');
  git('config', 'user.email', 'wang@county.example');
  release = liveReleaseId(siteDir);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

test('the answer has an address that nobody can guess, with its code to scan, and the page is marked and not indexed', () => {
  const { code, err } = push(draft);
  const [id = ''] = reviews();
  expect([code, err]).toEqual([
    0,
    expect.stringContaining(`https://www.county.example/_review/${id}/policies/jiu-zhu/`),
  ]);
  expect(id).toMatch(/^[\w-]{22}$/);
  expect(err).toMatch(/\n[█▀▄ ]{20,}\n[█▀▄ ]{20,}\n/);
  expect(page()).toContain('还没发布，只供看稿');
  expect(page()).toContain('<meta name="robots" content="noindex, nofollow">');
  expect(page()).toContain(`href="/_review/${id}/`);
  expect(page()).not.toMatch(/(?:href|src)="\/(?!_review\/)/);
});

test('the live site stays as it is, without a trace of the review', () => {
  expect(liveReleaseId(siteDir)).toBe(release);
  expect(existsSync(join(siteDir, 'current/policies/jiu-zhu'))).toBe(false);
  expect(existsSync(join(siteDir, 'current/_review'))).toBe(false);
});

test('the next push of the name replaces it at the same address, also one that rewrites history', () => {
  const [id] = reviews();
  git('reset', '--quiet', '--hard', 'HEAD~1');
  const { code } = push(draft.replace('急难有救助', '改过的标题'), '--force');
  expect([code, reviews()]).toEqual([0, [id]]);
  expect(page()).toContain('改过');
});

test('content with errors is refused in words, and the review before stays', () => {
  const { code, err } = push(draft.replace('action: jing-lao', 'action: jing-la'));
  expect([code, err]).toEqual([1, expect.stringContaining('content/policies/jiu-zhu.mdx:')]);
  expect(page()).toContain('改过');
  git('reset', '--quiet', '--hard', 'HEAD~1');
});

test('nothing but content can be sent, and only under a plain name', () => {
  expect(git('push', 'origin', 'HEAD:refs/heads/review/../x').code).not.toBe(0);
  const { code, err } = git('push', 'origin', 'HEAD:refs/heads/review/a/b');
  expect([code, err]).toEqual([1, expect.stringContaining('送审的名字')]);
  writeFiles(editor, { 'src/x.js': '' });
  git('add', '.');
  git('commit', '--quiet', '--message', '程序');
  expect(git('push', 'origin', 'HEAD:refs/heads/review/x').err).toContain('只能改 content/ 和 public/');
  git('reset', '--quiet', '--hard', 'HEAD~1');
});

test('removing the branch removes the pages', () => {
  const { code, err } = git('push', 'origin', '--delete', 'review/jiu-zhu');
  expect([code, err]).toEqual([0, expect.stringContaining('撤掉了')]);
  expect(reviews()).toEqual([]);
});

test('the line of the handbook sends a review, whose pages the next run of the server removes once it expired', async () => {
  const [, line = ''] = /`(git push origin HEAD:review\/低保)`/.exec(handbook) ?? [];
  writeFileSync(file, draft);
  git('add', '.');
  git('commit', '--quiet', '--message', '写');
  expect(git(...line.split(' ').slice(1)).code).toBe(0);
  expect(page()).toContain('还没发布，只供看稿');
  const list = join(repository, 'mingbai/reviews.json');
  const [review] = JSON.parse(readFileSync(list, 'utf8')) as { pushed: string }[];
  writeFileSync(list, JSON.stringify([{ ...review, pushed: '2026-01-01T00:00:00Z' }]));
  const ran = await mingbai('serve-git', repository, '--site', siteDir);
  expect([ran.err, ran.code, reviews(), branches()]).toEqual(['', 0, [], '']);
});

test('a review whose commits were published is removed, pages and branch', () => {
  git('reset', '--quiet', '--hard', 'origin/main');
  push(draft.replace('draft: true\n', ''));
  expect(branches()).toBe('refs/heads/review/jiu-zhu');
  expect(git('push', 'origin', 'HEAD:main').code).toBe(0);
  expect([reviews(), branches()]).toEqual([[], '']);
});
