/**
 * Takes what other machines have made on a thread, while this process loads the code of a build: on a new host, where nothing is compiled, that takes
 * a third of all the time.
 */
import { Worker } from 'node:worker_threads';
import type { Settings } from '../src/settings.ts';
import { startTask } from './start-task.ts';

/** Starts that; resolves as `takeFromOthers`. Undefined without a remote cache. */
export function startTaking(settings: Settings): Promise<boolean> | undefined {
  if (!process.env.MINGBAI_REMOTE_CACHE) return undefined;
  return startTask(
    () =>
      new Promise((resolve, reject) => {
        // A copy: a thread gets values, not the day of the clock.
        const worker = new Worker(new URL('./take.worker.ts', import.meta.url), {
          workerData: { ...settings },
        });
        worker.on('message', resolve);
        worker.on('error', reject);
        worker.on('exit', () =>
          reject(new Error('The thread that takes from the remote cache ended early.')),
        );
      }),
  );
}
