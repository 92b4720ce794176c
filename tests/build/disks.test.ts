/** The site may be written to another disk than Mingbai’s, and a disk may be full: a correct site, or a message. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, type TestContext, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from './content-folder.ts';
import { hashFiles } from './file-hashes.ts';

const folder = temporaryFolder();
const content = join(folder, 'content');
const build = (out: string) => mingbai('build', '--content', content, '--out', out, '--today', '2026-11-24');

beforeAll(() => writeFiles(content, { ...site, ...onePolicy }));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Calls `use` with a disk of a size like `16m`; skips the test if this machine cannot mount one. */
async function withDisk(context: TestContext, size: string, use: (disk: string) => Promise<void>) {
  const disk = join(folder, 'disk');
  mkdirSync(disk, { recursive: true });
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'tmpfs', disk], { stdio: 'ignore' });
  if (mount.status !== 0) return context.skip('this machine does not let us mount a disk');
  try {
    await use(disk);
  } finally {
    spawnSync('umount', [disk]);
  }
}

test('on another disk the site is the same', (context) =>
  withDisk(context, '64m', async (disk) => {
    expect(await build(join(folder, 'out'))).toMatchObject({ code: 0 });
    expect(await build(join(disk, 'out'))).toMatchObject({ code: 0 });
    expect(hashFiles(join(disk, 'out'))).toEqual(hashFiles(join(folder, 'out')));
  }));

for (const size of ['100k', '300k', '500k']) {
  test(`on a full disk of ${size} the editor gets a message, and no unfinished file remains`, (context) =>
    withDisk(context, size, async (disk) => {
      const { code, err } = await build(join(disk, 'out'));
      expect([code, err]).toEqual([1, '没有生成网站：磁盘地方不够了。腾出地方再来一次。原来的网站还在。\n']);
      expect(spawnSync('ls', ['-A', disk], { encoding: 'utf8' }).stdout).toBe('');
    }));
}
