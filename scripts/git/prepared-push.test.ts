/** What one push has built is used by that push alone, and once. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  isOtherPushPrepared,
  type PreparedPush,
  takePreparedPush,
  writePreparedPush,
} from './prepared-push.ts';

let gitDir: string;
beforeEach(() => {
  gitDir = mkdtempSync(join(tmpdir(), 'mingbai-prepared-'));
});
afterEach(() => rmSync(gitDir, { recursive: true }));

const push = (owner: number): PreparedPush => ({
  commit: { commit: 'b', base: 'a', head: 'a', isMerged: false },
  pushed: 'b',
  owner,
  release: '2-20261123-0800',
  liveRelease: '1-20261123-0700',
  today: '2026-11-23',
  url: 'https://www.county.example',
  ledger: '- address: /policies/di-bao/\n',
  seconds: 3,
});
const update = (to = 'b') => ({ from: 'a', to, branch: 'refs/for/main' });

test('proc-receive gets what pre-receive of the same push has built, once', () => {
  writePreparedPush(gitDir, push(process.ppid));
  expect(takePreparedPush(gitDir, update())).toEqual(push(process.ppid));
  expect(takePreparedPush(gitDir, update())).toBeUndefined();
});

test.each([
  ['another commit', () => push(process.ppid), update('c')],
  ['another push', () => push(process.pid), update()],
])('nothing that was built for %s', (_, prepared, each) => {
  writePreparedPush(gitDir, prepared());
  expect(takePreparedPush(gitDir, each)).toBeUndefined();
});

test('a record that was cut off counts as none', () => {
  writePreparedPush(gitDir, push(process.ppid));
  writeFileSync(join(gitDir, 'mingbai/prepared.json'), '{"commit":');
  expect(takePreparedPush(gitDir, update())).toBeUndefined();
});

test('a second push does not replace the release of a first one that is about to become live', () => {
  expect(isOtherPushPrepared(gitDir)).toBe(false);
  writePreparedPush(gitDir, push(process.pid));
  expect(isOtherPushPrepared(gitDir)).toBe(true);
  writePreparedPush(gitDir, push(process.ppid));
  expect(isOtherPushPrepared(gitDir)).toBe(false);
});

test('the release of a push that was killed holds up nobody', () => {
  const { pid } = spawnSync('true');
  writePreparedPush(gitDir, push(pid));
  expect(isOtherPushPrepared(gitDir)).toBe(false);
});

test('nor does one whose process number another program has by now', () => {
  writePreparedPush(gitDir, push(process.pid));
  const before = new Date(Date.now() - 120_000);
  utimesSync(join(gitDir, 'mingbai/prepared.json'), before, before);
  expect(isOtherPushPrepared(gitDir)).toBe(false);
});
