/** A worker that draws pictures one after another; what it is sent and sends back is in pool.ts. */
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { parentPort } from 'node:worker_threads';
import { drawPicture } from './draw.ts';
import type { Answer, Job } from './pool.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as (options: { type: 'minor' }) => void;

parentPort?.on('message', async ({ id, name, facts }: Job) => {
  parentPort?.postMessage(await answer(id, name, facts));
  // The pixels of a poster are 16 MB that V8 does not know of: without this they would pile up to gigabytes.
  collect({ type: 'minor' });
});

async function answer(id: number, name: Job['name'], facts: Job['facts']): Promise<Answer> {
  try {
    const { png, missing } = await drawPicture(name, facts);
    return { id, png, missing };
  } catch (error) {
    return { id, failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
