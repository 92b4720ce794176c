/** A publication becomes live whole or not at all, whatever happens. */
import { spawn, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { buildSync } from 'esbuild';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readRelease, releaseIds } from '../../src/publish/folder.ts';
import { liveReleaseId, publishToFolder, rollBack, withLock } from '../../src/publish/index.ts';
import { verifyManifest } from '../../src/publish/manifest.ts';
import { MAX_RELEASES } from '../../src/publish/retention.ts';
import { temporaryFolder, writeFiles } from '../build/content-folder.ts';

let top: string;
let build: string;
let folder: string;

beforeEach(() => {
  top = temporaryFolder();
  build = join(top, 'build');
  folder = join(top, 'site');
  writeFiles(build, pages('一'));
});
afterEach(() => rmSync(top, { recursive: true }));

/** A small build: pages that change, a stylesheet with its hash in its name, a picture that never changes. */
function pages(word: string, count = 6): Record<string, string> {
  const html = (number: number) => `<h1>${number} ${word}</h1>${'低保怎么办。'.repeat(200)}`;
  return {
    'share/card.png': 'x'.repeat(20_000),
    [`assets/style.${word}.css`]: `/* ${word} */${'a{color:red}'.repeat(200)}`,
    ...Object.fromEntries(Array.from({ length: count }, (_, n) => [`policies/p-${n}/index.html`, html(n)])),
  };
}

const publish = (from = build) => withLock(folder, () => publishToFolder(from, folder, '2026-11-23 20:00'));
const live = (path: string) => readFileSync(join(folder, 'current', path));

/** Faults of the live release; empty if it is whole. */
function faultsOfLive(): string[] {
  const release = readRelease(folder, liveReleaseId(folder) ?? '');
  return release ? verifyManifest(release.folder, release.manifest) : ['no manifest'];
}

describe('a publication to a folder', () => {
  test('readers get every file, and a compressed copy of those that become smaller', async () => {
    await publish();
    expect(faultsOfLive()).toEqual([]);
    const page = live('policies/p-3/index.html');
    expect(gunzipSync(live('policies/p-3/index.html.gz'))).toEqual(page);
    expect(brotliDecompressSync(live('policies/p-3/index.html.br'))).toEqual(page);
    expect(existsSync(join(folder, 'current/share/card.png.gz'))).toBe(false);
  });

  test('after a small change only changed files are written; the others are the same files', async () => {
    await publish();
    const before = statSync(join(folder, 'current/policies/p-1/index.html.br')).ino;
    appendFileSync(join(build, 'policies/p-0/index.html'), '新');
    expect((await publish()).addedFiles).toBe(3);
    expect(statSync(join(folder, 'current/policies/p-1/index.html.br')).ino).toBe(before);
    expect(faultsOfLive()).toEqual([]);
  });

  test('a build that may be moved becomes the release itself; files in common with the last one are stored once', async () => {
    const take = () => {
      const given = join(top, 'given');
      spawnSync('cp', ['-al', build, given]);
      return withLock(folder, () => publishToFolder(given, folder, '2026-11-23 20:00', { mayMove: true }));
    };
    const inode = (path: string) => statSync(join(folder, 'current', path)).ino;
    expect((await take()).addedFiles).toBeGreaterThan(6);
    const unchanged = 'policies/p-1/index.html';
    expect(inode(unchanged)).toBe(statSync(join(build, unchanged)).ino);
    // Rendered again, with the same bytes: another file than before.
    const drawn = 'policies/p-2/index.html';
    const before = inode(drawn);
    const bytes = readFileSync(join(build, drawn));
    rmSync(join(build, drawn));
    writeFileSync(join(build, drawn), bytes);
    writeFileSync(join(top, 'fresh'), '新的'.repeat(500));
    rmSync(join(build, 'policies/p-0/index.html'));
    renameSync(join(top, 'fresh'), join(build, 'policies/p-0/index.html'));
    expect((await take()).addedFiles).toBe(3);
    expect([inode(drawn), live('policies/p-0/index.html').toString()]).toEqual([before, '新的'.repeat(500)]);
    expect(faultsOfLive()).toEqual([]);
    expect(existsSync(join(top, 'given'))).toBe(false);
  });

  test('a page that is open during a publication finds its stylesheet; two publications later it is removed', async () => {
    await publish();
    for (const [word, stands] of [
      ['二', true],
      ['三', false],
    ] as const) {
      rmSync(build, { recursive: true });
      writeFiles(build, pages(word));
      await publish();
      expect(existsSync(join(folder, 'current/assets/style.一.css'))).toBe(stands);
    }
    expect(faultsOfLive()).toEqual([]);
  });

  test('the last five releases are retained; a rollback needs less than a second, several times', async () => {
    for (let turn = 0; turn < 7; turn += 1) {
      writeFileSync(join(build, 'index.html'), `第 ${turn} 版`);
      await publish();
    }
    expect(releaseIds(folder)).toHaveLength(MAX_RELEASES);
    const began = performance.now();
    await withLock(folder, () => rollBack(folder));
    expect(performance.now() - began).toBeLessThan(1000);
    expect(live('index.html').toString()).toBe('第 5 版');
    rollBack(folder);
    expect(live('index.html').toString()).toBe('第 4 版');
    writeFileSync(join(build, 'index.html'), '改好了');
    await publish();
    expect(live('index.html').toString()).toBe('改好了');
  });

  test('a rollback without an earlier release fails, and changes nothing', async () => {
    await publish();
    const before = liveReleaseId(folder);
    expect(() => rollBack(folder)).toThrow('没有更早的一版');
    expect(liveReleaseId(folder)).toBe(before);
  });

  test('a folder with other content of that name is not changed', async () => {
    mkdirSync(join(folder, 'current'), { recursive: true });
    await expect(publish()).rejects.toThrow('不是发布留下的链接');
  });

  test('a file of the last release that was changed by hand is not reused', async () => {
    await publish();
    writeFileSync(join(folder, 'current/share/card.png'), 'y'.repeat(20_000));
    await publish();
    expect(live('share/card.png').toString()).toBe('x'.repeat(20_000));
  });
});

describe('two at once', () => {
  test('the second waits for the first; both are published', async () => {
    const order: string[] = [];
    const slow = withLock(folder, async () => {
      await new Promise((resolve) => setTimeout(resolve, 300));
      order.push('first');
    });
    await new Promise((resolve) => setTimeout(resolve, 100));
    await Promise.all([slow, withLock(folder, () => order.push('second'))]);
    expect(order).toEqual(['first', 'second']);
  });

  test('one that waits too long fails, and nothing was published', async () => {
    await withLock(folder, async () => {
      await expect(withLock(folder, () => undefined, { waitSeconds: 0 })).rejects.toThrow('这次没有发布');
    });
  });
});

const KILLS = 100;
/** Mean duration of a kill with all checks after it, as a maximum multiple of the first one. */
const MAX_SLOWDOWN = 20;
/** Only for a process that never ends: the duration is measured, because a busy machine needs ten times as long. */
const KILLS_BACKSTOP_MS = 3_600_000;

test(
  'killed at 100 random moments: readers always get one whole release, and the next publication works',
  async () => {
    const other = join(top, 'other');
    writeFiles(other, pages('二', 8));
    const publisher = bundlePublisher();
    const began = performance.now();
    await publish();
    // A busy machine is slower: two or three publications fit into the longest time.
    const longestMs = Math.max(100, 3 * (performance.now() - began));
    const seen = new Set<string | undefined>();
    const start = performance.now();
    let firstMs = 0;
    for (let turn = 0; turn < KILLS; turn += 1) {
      await killWhilePublishing(
        publisher,
        [build, other, folder],
        (turn === 0 ? 1 : Math.random()) * longestMs,
      );
      expect(faultsOfLive()).toEqual([]);
      seen.add(liveReleaseId(folder));
      if (turn === 0) firstMs = performance.now() - start;
    }
    expect(performance.now() - start).toBeLessThan(KILLS * MAX_SLOWDOWN * firstMs);
    // Killed at relevant moments: often enough during a publication, often enough after one.
    expect(seen.size).toBeGreaterThan(10);
    await publish();
    expect(live('policies/p-0/index.html').toString()).toContain('一');
    expect(faultsOfLive()).toEqual([]);
    // Hidden files are removed shortly after the answer.
    const hidden = () => readdirSync(join(folder, 'releases')).filter((name) => name.startsWith('.'));
    await vi.waitFor(() => expect(hidden()).toEqual([]), { timeout: 60_000, interval: 100 });
  },
  KILLS_BACKSTOP_MS,
);

/** Bundles the program that is killed: it starts in a quarter of the time that its modules take one by one. */
function bundlePublisher(): string {
  const outfile = join(top, 'publish-repeatedly.mjs');
  buildSync({
    entryPoints: [join(import.meta.dirname, 'publish-repeatedly.ts')],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
  });
  return outfile;
}

function killWhilePublishing(publisher: string, args: string[], afterMs: number): Promise<void> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [publisher, ...args], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), afterMs));
    child.once('exit', () => resolve());
  });
}

/** A file system of half a megabyte; false if this machine cannot mount one. */
function mountSmall(at: string): boolean {
  mkdirSync(at, { recursive: true });
  const mount = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=512k', 'tmpfs', at], { stdio: 'ignore' });
  return mount.status === 0;
}

test('on a full disk the live site is unchanged, the editor gets a message, and it works again with space', async (context) => {
  if (!mountSmall(folder)) return context.skip('this machine does not let us mount a small file system');
  try {
    await publish();
    const before = liveReleaseId(folder);
    writeFileSync(join(build, 'share/video.mp4'), 'v'.repeat(600_000));
    await expect(publish()).rejects.toThrow('磁盘满了');
    expect([liveReleaseId(folder), faultsOfLive()]).toEqual([before, []]);
    rmSync(join(build, 'share/video.mp4'));
    await publish();
    expect(faultsOfLive()).toEqual([]);
  } finally {
    spawnSync('umount', [folder]);
  }
});
