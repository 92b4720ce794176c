/** Renders images in a pool of worker threads, one for each CPU. */
import { availableParallelism } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ShareImageName } from '../../documents/share-image-path.ts';
import type { ShareImageData } from './share-image-data.ts';

/** A message to a worker. */
export interface Job {
  id: number;
  name: ShareImageName;
  facts: ShareImageData;
}

/** Its answer: the image or the reason of the failure. */
export type RenderResponse =
  | { id: number; png: Uint8Array; missing: string[] }
  | { id: number; failure: string };
export type Rendered = Extract<RenderResponse, { png: unknown }>;

/** So few images, as after a push, are rendered without a worker: starting one takes longer. */
const MAX_IMAGES_WITHOUT_WORKER = 4;
/**
 * Starting a worker takes as long as rendering eight images, most of it to parse the fonts. Index and pages need the other processors at
 * that time: on the first push of a day, with 30 images, a second worker cost 1.3 s of processor time and saved nothing.
 */
const MIN_IMAGES_PER_WORKER = 32;
/** Jobs queued at a worker, so that it never waits for the next. */
const MAX_QUEUED_PER_WORKER = 4;
/** A worker has 100 MB of live objects; the limits allow the same amount of garbage before V8 collects it. */
const WORKER_LIMITS = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 24 };

export interface RenderPool {
  /** Queues an image; workers are started while the caller still looks for others. */
  render(job: Job): void;
  /** Resolves when all are rendered, rejects with the first failure, then ends the workers. */
  finish(): Promise<void>;
}

/** Opens a pool; `done` is called for each image, in no fixed order. */
export function openRenderPool(done: (rendered: Rendered) => void): RenderPool {
  const waiting: Job[] = [];
  /** The number of jobs queued at each worker. */
  const workers = new Map<Worker, number>();
  let [resolve, reject]: [() => void, (error: unknown) => void] = [() => undefined, () => undefined];
  const promise = new Promise<void>((onDone, onFailure) => {
    [resolve, reject] = [onDone, onFailure];
  });
  // `finish` reports a failure; until it is called the rejection is not unhandled.
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
    // Read by mimalloc, resvg's allocator: it keeps freed pixels for the next image. By default they go back to the system, and
    // clearing new pages took longer than rendering.
    process.env.MIMALLOC_PURGE_DELAY ??= '-1';
    // By default V8 starts mark-sweep at 30 MB: it marked all live objects, mostly fonts, once a poster, a quarter of the time.
    setFlagsFromString(`--initial-old-space-size=${WORKER_LIMITS.maxOldGenerationSizeMb}`);
    const worker = new Worker(new URL('./render.worker.ts', import.meta.url), {
      resourceLimits: WORKER_LIMITS,
    });
    workers.set(worker, 0);
    worker.on('error', reject);
    worker.on('message', (answer: RenderResponse) => {
      if ('failure' in answer) return reject(new Error(answer.failure));
      workers.set(worker, (workers.get(worker) ?? 1) - 1);
      feed();
      try {
        done(answer);
      } catch (error) {
        // Such as a full disk: an error of a listener would end the process without a message.
        return reject(error);
      }
      pending -= 1;
      if (pending === 0 && isClosed) resolve();
    });
  };
  return {
    render(job) {
      pending += 1;
      waiting.push(job);
      if (pending <= MAX_IMAGES_WITHOUT_WORKER && workers.size === 0) return;
      if (workers.size < Math.min(availableParallelism(), Math.ceil(pending / MIN_IMAGES_PER_WORKER)))
        start();
      feed();
    },
    async finish() {
      isClosed = true;
      if (workers.size === 0) return renderHere(waiting, done);
      if (pending === 0) resolve();
      return promise.finally(() => Promise.all(Array.from(workers.keys(), (worker) => worker.terminate())));
    },
  };
}

/** Renders the images one after another in this thread; rejects with the first failure. */
async function renderHere(jobs: readonly Job[], done: (rendered: Rendered) => void): Promise<void> {
  if (jobs.length === 0) return;
  // On demand: most builds have nothing to render.
  const { renderShareImage } = await import('./render.ts');
  for (const { id, name, facts } of jobs) done({ id, ...(await renderShareImage(name, facts)) });
}
