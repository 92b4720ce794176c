/** The thread that checks cases that may never end: answers `done`, or the failure of `check`. */
import { parentPort } from 'node:worker_threads';
import { lookAt } from './look.ts';
import type { Files } from './positions.ts';

await lookAt({}, '2026-11-24');
parentPort?.on('message', async ({ files, today }: { files: Files; today: string }) => {
  try {
    await lookAt(files, today);
    parentPort?.postMessage('done');
  } catch (error) {
    parentPort?.postMessage(`failed: ${String(error)}`);
  }
});
parentPort?.postMessage('ready');
