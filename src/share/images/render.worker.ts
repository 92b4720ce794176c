/** A worker that draws pictures one after another; what it is sent and sends back is in pool.ts. */
import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import type { Answer, Job } from './pool.ts';
import { renderShareImage } from './render.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

let last: Promise<unknown> = Promise.resolve();

parentPort?.on('message', (job: Job) => {
  last = last.then(async () => {
    parentPort?.postMessage(await answer(job));
    // The pixels of a poster are 16 MB that V8 does not know of: they would pile up to gigabytes, and the next picture would
    // be drawn on memory that the system has to hand out and clear anew. They are given back between two rounds of the
    // event loop, so there has to be one.
    if (job.name === 'poster' || job.name === 'card') collect({ type: 'minor' });
    await setImmediate();
  });
});

async function answer({ id, name, facts }: Job): Promise<Answer> {
  try {
    const { png, missing } = await renderShareImage(name, facts);
    return { id, png, missing };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
