/** A release whose predecessor was read beforehand, while the build was still running, is the same release. */
import { lstatSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { activatePrepared, prepareRelease, publishToFolder, readLastRelease, readRelease } from './folder.ts';

let work: string;
beforeEach(() => {
  work = mkdtempSync(join(tmpdir(), 'mingbai-folder-'));
});
afterEach(() => rmSync(work, { recursive: true }));

const page = (text: string) => `<p>${text.repeat(600)}</p>`;

/** Writes a build of two pages. */
function build(name: string, second: string): string {
  const folder = join(work, name);
  mkdirSync(folder);
  writeFileSync(join(folder, 'a.html'), page('不变'));
  writeFileSync(join(folder, 'b.html'), page(second));
  return folder;
}

test('what did not change is the same file as before, with its compressed copies', async () => {
  const site = join(work, 'site');
  const first = await publishToFolder(build('one', '旧的'), site, '2026-11-23 20:00');
  const last = readLastRelease(site);
  const options = { mayMove: true, last };
  const second = await prepareRelease(build('two', '新的'), site, '2026-11-23 20:05', options);
  activatePrepared(site, second.id);
  expect(second).toMatchObject({ addedFiles: 3, files: 6 });
  const inode = (id: string, path: string) => lstatSync(join(site, 'releases', id, path)).ino;
  for (const path of ['a.html', 'a.html.gz', 'a.html.br'])
    expect(inode(second.id, path)).toBe(inode(first.id, path));
  expect(Object.keys(readRelease(site, second.id)?.manifest ?? {}).sort()).toEqual(
    ['a.html', 'a.html.br', 'a.html.gz', 'b.html', 'b.html.br', 'b.html.gz'].sort(),
  );
});

test('without an earlier release there is none to read', () => {
  expect(readLastRelease(join(work, 'site'))).toBeUndefined();
});
