/** Draws many pictures with all processors: a worker for each, fed as it comes free. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ShareImageName } from '../../documents/share-image-path.ts';
import type { ShareImageData } from './share-image-data.ts';

/** What a worker is asked. */
export interface Job {
  id: number;
  name: ShareImageName;
  facts: ShareImageData;
}

/** What it answers: the picture, or why there is none. */
export type Answer = { id: number; png: Uint8Array; missing: string[] } | { id: number; failure: string };
export type Rendered = Extract<Answer, { png: unknown }>;

/** Starting a worker takes as long as drawing about this many pictures. */
const MIN_IMAGES_PER_WORKER = 8;
/** Jobs that a worker has at hand, so that it never waits for the next. */
const MAX_QUEUED_PER_WORKER = 4;
/** A worker lives on 100 MB of objects; it may let as much again lie about before it clears up. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

export interface RenderPool {
  /** Asks for a picture; the first that is asked for starts a worker while others are still being looked for. */
  render(job: Job): void;
  /** Resolves when all are drawn; rejects with the first failure. Ends the workers. */
  finish(): Promise<void>;
}

/** Opens a pool; `done` gets each picture as it comes, in no fixed order. */
export function openRenderPool(done: (drawn: Rendered) => void): RenderPool {
  const waiting: Job[] = [];
  /** The workers, each with the number of jobs that it has at hand. */
  const workers = new Map<Worker, number>();
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((onDone, onFailure) => {
    [resolve, reject] = [onDone, onFailure];
  });
  // Whoever calls `finish` hears of a failure; until then it waits.
  promise.catch(() => undefined);
  let [pending, isClosed] = [0, false];

  const feed = () => {
    for (const [worker, queued] of workers) {
      const jobs = waiting.splice(0, MAX_QUEUED_PER_WORKER - queued);
      for (const job of jobs) worker.postMessage(job);
      workers.set(worker, queued + jobs.length);
    }
  };
  const start = () => {
    // resvg's allocator, mimalloc, reads this when a worker loads it: pixels that were given back are to be drawn on again.
    // Else the system takes them and clears others for the next picture, which took longer than drawing.
    process.env.MIMALLOC_PURGE_DELAY ??= '-1';
    // Told nothing, V8 takes 30 MB for a lot and marks all that lives, mostly fonts, once a poster: a quarter of the time.
    setFlagsFromString(`--initial-old-space-size=${WORKER_LIMITS.maxOldGenerationSizeMb}`);
    const worker = new Worker(new URL('./render.worker.ts', import.meta.url), {
      resourceLimits: WORKER_LIMITS,
    });
    workers.set(worker, 0);
    worker.on('error', reject);
    worker.on('message', (answer: Answer) => {
      if ('failure' in answer) return reject(new Error(answer.failure));
      workers.set(worker, (workers.get(worker) ?? 1) - 1);
      feed();
      done(answer);
      pending -= 1;
      if (pending === 0 && isClosed) resolve();
    });
  };
  return {
    render(job) {
      pending += 1;
      waiting.push(job);
      if (workers.size < Math.min(availableParallelism(), Math.ceil(pending / MIN_IMAGES_PER_WORKER)))
        start();
      feed();
    },
    finish() {
      isClosed = true;
      if (pending === 0) resolve();
      return promise.finally(() => Promise.all(Array.from(workers.keys(), (worker) => worker.terminate())));
    },
  };
}
