/** Draws many pictures with all processors: a worker for each, fed as it comes free. */
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PictureName } from './draw.ts';
import type { PictureFacts } from './facts.ts';

/** What a worker is asked. */
export interface Job {
  id: number;
  name: PictureName;
  facts: PictureFacts;
}

/** What it answers: the picture, or why there is none. */
export type Answer = { id: number; png: Uint8Array; missing: string[] } | { id: number; failure: string };
export type Drawn = Extract<Answer, { png: unknown }>;

/** Starting a worker takes as long as drawing this many pictures. */
const WORTH_A_WORKER = 8;
/** Jobs that a worker has at hand, so that it never waits for the next. */
const AT_HAND = 2;

/** Draws all; `done` gets each as it comes, in no fixed order. The first failure ends it and is thrown. */
export function drawAll(jobs: readonly Job[], done: (drawn: Drawn) => void): Promise<void> {
  const count = Math.min(availableParallelism(), Math.ceil(jobs.length / WORTH_A_WORKER));
  const waiting = jobs.values();
  let left = jobs.length;
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('./draw.worker.ts', import.meta.url)),
  );
  const finished = new Promise<void>((resolve, reject) => {
    if (left === 0) resolve();
    for (const worker of workers) {
      const feed = () => {
        const { value } = waiting.next();
        if (value) worker.postMessage(value);
      };
      worker.on('error', reject);
      worker.on('message', (answer: Answer) => {
        if ('failure' in answer) return reject(new Error(answer.failure));
        feed();
        done(answer);
        left -= 1;
        if (left === 0) resolve();
      });
      for (let job = 0; job < AT_HAND; job += 1) feed();
    }
  });
  return finished.finally(() => Promise.all(workers.map((worker) => worker.terminate())));
}
