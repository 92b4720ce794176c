/** A failed worker process is reported, and the build continues. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { readSettings } from '../src/settings.ts';
import { forkWorker, type WorkerProcess } from './worker-process.ts';

const WORKER = `
  import { handleMessages } from ${JSON.stringify(pathToFileURL(join(import.meta.dirname, 'worker-process.ts')).href)};
  handleMessages(import.meta.url, async ({ say, fail, leave, out }) => {
    if (out) return process.env.MINGBAI_OUT;
    if (leave) process.exit(3);
    if (fail) throw Object.assign(new Error(fail), { code: 'ENOSPC' });
    return say;
  });
`;

interface Task {
  say?: string;
  fail?: string;
  leave?: boolean;
  /** The output folder of its settings is the reply. */
  out?: boolean;
}

let folder: string;
let stop: AbortController;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-process-'));
  writeFileSync(join(folder, 'worker.ts'), WORKER);
  stop = new AbortController();
});
afterEach(() => {
  stop.abort();
  rmSync(folder, { recursive: true });
});

const start = (): WorkerProcess<Task, string> =>
  forkWorker(pathToFileURL(join(folder, 'worker.ts')).href, readSettings({}), stop.signal);

describe('a worker process', () => {
  test('does one task after another and ends when it is closed', async () => {
    const own = start();
    expect(await own.run({ say: '一' })).toBe('一');
    expect(await own.run({})).toBeUndefined();
    await own.close();
    await expect(own.run({ say: '二' })).rejects.toThrow(/ended early/);
  });

  test('knows the settings of a build that became known after it was started', async () => {
    const own = start();
    await own.run({ out: true }, { ...readSettings({}), outDir: '/srv/site' });
    expect(await own.run({ out: true }, { ...readSettings({}), outDir: '/srv/other' })).toBe('/srv/other');
    await own.close();
  });

  test('reports a failure with the system’s error code, and accepts the next task', async () => {
    const own = start();
    await expect(own.run({ fail: 'no room' })).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(await own.run({ say: '还在' })).toBe('还在');
  });

  test('reports that it ended before its reply', async () => {
    await expect(start().run({ leave: true })).rejects.toThrow(/worker\.ts ended early/);
  });

  test('that dies of Ctrl-C while it loads is no failure before this process has seen the signal too', async () => {
    writeFileSync(join(folder, 'worker.ts'), `process.kill(process.pid, 'SIGINT');`);
    let isReported = false;
    const ran = start()
      .run({ say: '一' })
      .catch(() => {
        isReported = true;
      });
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(isReported).toBe(false);
    await ran;
    expect(isReported).toBe(true);
  });

  test('reports that it was stopped while working', async () => {
    const working = start().run({ say: '一' });
    stop.abort();
    await expect(working).rejects.toThrow();
  });
});
