/** `npm run deploy` as an editor types it. */
import { existsSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headingOf, mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

let top: string;
let content: string;
let target: string;
beforeAll(() => {
  top = temporaryFolder();
  [content, target] = [join(top, 'content'), join(top, 'site')];
  writeFiles(content, { ...site, ...onePolicy });
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const deploy = (...more: string[]) =>
  mingbai('deploy', '--content', content, '--to', target, '--today', '2026-11-23', ...more);
const page = () => readFileSync(join(target, 'current', 'policies', 'di-bao', 'index.html'), 'utf8');
const retitle = (title: string) => {
  const path = join(content, 'policies', 'di-bao.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
};

test('publishes, registers the new addresses, and rolls the last publication back', async () => {
  expect(await deploy()).toMatchObject({ code: 0, err: expect.not.stringContaining('error') });
  expect(page()).toContain('家里困难，可以申请低保');
  expect(readFileSync(join(content, 'addresses.yml'), 'utf8')).toContain('/policies/di-bao/');
  retitle('改过的低保');
  expect((await deploy()).code).toBe(0);
  expect(page()).toContain('改过的低保');
  expect((await deploy('--rollback')).code).toBe(0);
  expect(page()).toContain('家里困难，可以申请低保');
});

test('a reverted change is published like any other, and the one after it', async () => {
  const own = join(top, 'taken-back');
  const publish = () => mingbai('deploy', '--content', content, '--to', own, '--today', '2026-11-23');
  const title = () => headingOf(readFileSync(join(own, 'current/policies/di-bao/index.html'), 'utf8'));
  const path = join(content, 'policies', 'di-bao.mdx');
  const before = readFileSync(path, 'utf8');
  const after = before.replace(/^title: .*$/m, 'title: 写错了的低保');
  for (const text of [before, after, before, after]) {
    writeFileSync(path, text);
    const { code, err } = await publish();
    expect([code, err]).toEqual([0, expect.not.stringContaining('没有发布')]);
    expect(title()).toBe(/^title: (.*)$/m.exec(text)?.[1]);
  }
});

test('an error in the content is reported with its line; the live site is unchanged, and no address is registered', async () => {
  const before = [page(), readdirSync(join(target, 'releases')).length];
  writeFiles(content, { 'policies/te-kun.mdx': '---\ntitle: 缺很多\n---\n' });
  const { code, err } = await deploy();
  expect([code, err]).toEqual([1, expect.stringContaining('policies/te-kun.mdx:')]);
  expect([page(), readdirSync(join(target, 'releases')).length]).toEqual(before);
  expect(readFileSync(join(content, 'addresses.yml'), 'utf8')).not.toContain('te-kun');
  rmSync(join(content, 'policies', 'te-kun.mdx'));
});

test('an error that only the full check finds stops the publication as well', async () => {
  // A policy with a broken link: the build accepts it, the check does not.
  const path = join(content, 'policies', 'di-bao.mdx');
  const before = readFileSync(path, 'utf8');
  writeFileSync(path, `${before}\n看[这一页](/policies/mei-you/)。\n`);
  const { code, err } = await deploy();
  writeFileSync(path, before);
  expect([code, err]).toEqual([1, expect.stringContaining('link/broken')]);
  expect(page()).not.toContain('mei-you');
});

test.each([
  '/proc/mingbai',
  '/proc/mingbai/a/b',
  '/sys/mingbai',
  '/dev/null/site',
  'FILE',
  'FILE/site',
  'DANGLING/site',
  'CIRCLE',
  `/tmp/${'x'.repeat(300)}`,
])('to %s, where no folder can be, it fails at once and builds nothing', async (where) => {
  writeFileSync(join(top, 'FILE'), '');
  for (const [name, to] of [
    ['DANGLING', 'nothing'],
    ['CIRCLE', 'CIRCLE'],
  ] as const) {
    rmSync(join(top, name), { force: true });
    symlinkSync(join(top, to), join(top, name));
  }
  const to = where.startsWith('/') ? where : join(top, where);
  const began = performance.now();
  const { code, err } = await mingbai('deploy', '--content', content, '--to', to);
  expect([code, err]).toEqual([1, expect.stringMatching(/没有发布。.*请.*（.*）\n$/)]);
  // Some of these folders made a build endless.
  expect(performance.now() - began).toBeLessThan(60_000);
});

test('help describes the folder of a repository, and the target of a site', async () => {
  expect((await mingbai('serve-git', '--help')).out).toMatch(
    /serve-git .*\[REPOSITORY\][\s\S]*仓库放在哪个文件夹/,
  );
  expect((await mingbai('deploy', '--help')).out).toMatch(/--to=<TARGET> +发布到哪里（要写明）/);
});

test('without a target an error explains how to write one; an unknown option is reported', async () => {
  expect(await mingbai('deploy', '--content', content)).toMatchObject({
    code: 2,
    err: expect.stringContaining('--to /srv/mingbai'),
  });
  expect(await deploy('--fast')).toMatchObject({ code: 2, err: expect.stringContaining('--fast') });
  expect(existsSync(join(top, 'dist'))).toBe(false);
});
