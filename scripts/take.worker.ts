/** The thread of take-ahead.ts. */
import { parentPort, workerData } from 'node:worker_threads';
import type { Settings } from '../src/settings.ts';
import { takeFromOthers } from './share-cache.ts';

parentPort?.postMessage(await takeFromOthers(workerData as Settings));
