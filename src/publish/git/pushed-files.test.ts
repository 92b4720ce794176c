/** The files that an editor may push, and the refusals of others. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { MAX_PUSH_BYTES, pushedBytes, readChanges, refusals, refuseLargePush } from './pushed-files.ts';

const file = (path: string, mode = '100644', bytes = 100, isOld = true) => ({ path, mode, bytes, isOld });

test('documents, records and pictures are accepted, with any names', () => {
  expect(refusals([file('content/policies/di-bao.mdx'), file('public/图 片/a"b.jpg')])).toEqual([]);
});

test.each([
  [file('src/pages/index.astro'), '只能改 content/ 和 public/'],
  [file('content-old/a.mdx'), '只能改 content/ 和 public/'],
  [file('content'), '只能改 content/ 和 public/'],
  [file('public/a.html', '120000'), '这是链接'],
  [file('public/other', '160000'), '子模块'],
  [file('content/run.mdx', '100755'), '可执行'],
  [file('content/.gitattributes'), '.git 开头'],
  [file('content/a.mdx', '100644', 1_000_001), '太大了'],
])('%o is refused, with the reason', (each, words) => {
  expect(refusals([each])).toEqual([expect.stringContaining(words)]);
});

test('content may be removed; a file of the program is refused whether it is changed, added or removed, with the command that undoes it', () => {
  expect(refusals([file('content/policies/di-bao.mdx', '000000')])).toEqual([]);
  expect(refusals([file('src/a b.ts', '000000')])).toEqual([
    expect.stringContaining("git checkout origin/main -- 'src/a b.ts'，"),
  ]);
  expect(refusals([file('dist/index.html', '100644', 100, false)])).toEqual([
    expect.stringContaining('git rm --cached -- dist/index.html，'),
  ]);
});

test('git’s list of changes is parsed, with any names', () => {
  const text =
    ':100644 100644 12ab 34cd M\0content/低 保.mdx\0:000000 160000 0000 99ff A\0public/a\tb\0:100644 000000 12ab 0000 D\0src/a\nb.ts\0';
  expect(readChanges(text)).toEqual([
    { path: 'content/低 保.mdx', mode: '100644', blob: '34cd', isOld: true },
    { path: 'public/a\tb', mode: '160000', blob: '99ff', isOld: false },
    { path: 'src/a\nb.ts', mode: '000000', blob: '0000', isOld: true },
  ]);
});

test('a push that is too large in all is refused, with its size, the limit and what to do', () => {
  const quarantine = mkdtempSync(join(tmpdir(), 'mingbai-push-'));
  writeFileSync(join(quarantine, 'pack'), '');
  truncateSync(join(quarantine, 'pack'), MAX_PUSH_BYTES);
  expect(refuseLargePush(pushedBytes(quarantine))).toBeUndefined();
  writeFileSync(join(quarantine, 'idx'), 'x');
  expect(refuseLargePush(pushedBytes(quarantine))).toBe(
    '这次推上来 201 MB，太大了，一次最多 200 MB。请先把照片、视频压小；文件多的，分几次提交，推完一批再推下一批。',
  );
  rmSync(quarantine, { recursive: true });
  expect(pushedBytes(undefined)).toBe(0);
});
