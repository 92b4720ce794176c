/** A worker that renders images one after another; its messages are in pool.ts. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { Job, RenderResponse } from './pool.ts';
import { renderShareImage } from './render.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    parentPort?.postMessage(await answer(job));
    // The pixels of a poster are 16 MB that V8 does not count: without a collection they add up to gigabytes, and each image needs
    // new memory from the system. Finalizers run between two turns of the event loop, so wait for one.
    if (job.name === 'poster' || job.name === 'card') collect({ type: 'minor' });
    await setImmediate();
  });
});

async function answer({ id, name, facts }: Job): Promise<RenderResponse> {
  try {
    const { png, missing } = await renderShareImage(name, facts);
    return { id, png, missing };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
