/** Outside programs run in a folder of their own; one that is missing, fails or hangs is told, and nothing of it stays. */
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingProgramNote, runProgram } from './outside-programs.ts';

const path = process.env.PATH;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-programs-'));
});
afterEach(() => {
  process.env.PATH = path;
  rmSync(folder, { recursive: true });
});

/** Puts a program of this name first on the path. */
function install(name: string, script: string): void {
  writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
  chmodSync(join(folder, name), 0o755);
  process.env.PATH = `${folder}:${path}`;
}

const run = {
  program: 'soffice',
  arguments: ['--convert-to', 'png'],
  files: { 'a.emf': new Uint8Array([65]) },
} as const;

test('the files that it writes come back, and the folder is removed', async () => {
  install('soffice', 'cat a.emf > b.png; mkdir other; pwd; echo "$@"');
  const result = await runProgram({ ...run, timeoutSeconds: 20 });
  if (result.status !== 'done') throw new Error(result.status);
  expect([...result.files]).toEqual([['b.png', new Uint8Array([65])]]);
  const [where = '', given] = result.output.split('\n');
  expect(given).toMatch(/^-env:UserInstallation=file:\/\/\S+ --headless --norestore --convert-to png$/);
  expect(existsSync(where)).toBe(false);
});

test('one that fails says why, and one that hangs is stopped', async () => {
  install('soffice', 'echo kaputt >&2; exit 3');
  expect(await runProgram({ ...run, timeoutSeconds: 20 })).toEqual({ status: 'failed', message: 'kaputt' });
  install('soffice', 'exec sleep 60');
  expect(await runProgram({ ...run, timeoutSeconds: 0.2 })).toMatchObject({ status: 'failed' });
});

test('one that is not installed is missing, and the note says how to get it', async () => {
  process.env.PATH = folder;
  expect(await runProgram({ ...run, timeoutSeconds: 20 })).toEqual({ status: 'missing' });
  expect(missingProgramNote('soffice', '图没有带过来')).toBe(
    '图没有带过来：这台机器没有装 LibreOffice。装上再来一次：sudo apt-get install libreoffice-writer。',
  );
});
