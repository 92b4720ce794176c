/** The first step of every npm script, in a folder of its own, with a command that only prints that it ran. */
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

let root: string;

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'mingbai-run-'));
  mkdirSync(join(root, 'scripts'));
  mkdirSync(join(root, 'node_modules'));
  cpSync(new URL('run.mjs', import.meta.url), join(root, 'scripts/run.mjs'));
  writeFileSync(join(root, 'scripts/mingbai.ts'), 'console.log("ran", ...process.argv.slice(2));');
  writeFileSync(join(root, 'package-lock.json'), '{}');
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** Runs it without npm in the path, so that an installation fails at once and is noticed. */
const run = () =>
  spawnSync(process.execPath, [join(root, 'scripts/run.mjs'), 'start'], {
    encoding: 'utf8',
    env: { PATH: root },
  });

function installedByHand(age: number): void {
  const path = join(root, 'node_modules/.package-lock.json');
  writeFileSync(path, '{}');
  const time = Date.now() / 1000 - age;
  utimesSync(path, time, time);
}

describe('before a command', () => {
  test('packages installed by npm ci are used as they are', () => {
    installedByHand(-10);
    expect(run()).toMatchObject({ status: 0, stdout: 'ran start\n' });
  });

  test('packages older than the lock file are installed again', () => {
    installedByHand(60);
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('Installing packages') });
  });

  test('missing packages are installed; a failure is reported in two languages', () => {
    expect(run()).toMatchObject({ status: 1, stderr: expect.stringContaining('软件包没有装上') });
  });
});
