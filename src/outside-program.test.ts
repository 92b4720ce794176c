/** An outside program is told to be missing, to have failed and to hang, and never keeps the process. */
import { expect, test } from 'vitest';
import { missingProgram, runOutsideProgram } from './outside-program.ts';

const sh = (script: string, input?: string) =>
  runOutsideProgram({
    program: 'sh',
    args: ['-c', script],
    timeoutSeconds: 20,
    ...(input !== undefined && { input }),
  });

test('what it reads, writes and says comes back', async () => {
  expect(await sh('cat; echo 小心 >&2', '乡亲们')).toEqual({
    status: 'done',
    output: '乡亲们',
    errors: '小心\n',
  });
});

test('one that fails says why, also if it read nothing of what it was given', async () => {
  expect(await sh('echo kaputt >&2; exit 3', 'x'.repeat(1e6))).toEqual({
    status: 'failed',
    message: 'kaputt',
  });
});

test.each([
  'exec sleep 20',
  // The same, in a process of its own.
  'sleep 20 & wait',
])('one that hangs is stopped after its time: %s', async (script) => {
  const run = { program: 'sh', args: ['-c', script], timeoutSeconds: 0.2 };
  expect(await runOutsideProgram(run)).toEqual({ status: 'failed', message: '0.2 秒还没有做完' });
});

test('one that is interrupted is killed, and nothing is left to kill at its end', async () => {
  let isWatched = false;
  const end = await runOutsideProgram({
    program: 'sleep',
    args: ['60'],
    timeoutSeconds: 20,
    whileRunning: (kill) => {
      isWatched = true;
      setTimeout(kill, 100);
      return () => {
        isWatched = false;
      };
    },
  });
  expect([end.status, isWatched]).toEqual(['failed', false]);
});

test('one that is not installed is missing, and the editor is told the package', async () => {
  const run = { program: 'mingbai-bu-cun-zai', args: [], timeoutSeconds: 20 };
  expect(await runOutsideProgram(run)).toEqual({ status: 'missing' });
  expect([missingProgram('soffice'), missingProgram('x')]).toEqual([
    '这台机器没有装 LibreOffice。装上再来一次：sudo apt-get install libreoffice-writer。',
    '这台机器没有装 x。装上再来一次。',
  ]);
});
