/** Concurrent work: its result, or its error, arrives when it is awaited. */
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { startTask } from './start-task.ts';

test('the work starts at once and gives its result', async () => {
  const steps: string[] = [];
  const task = startTask(async () => {
    steps.push('started');
    return 7;
  });
  steps.push('next');
  expect([await task, steps]).toEqual([7, ['started', 'next']]);
});

test('an error before the await does not end the process, and is thrown there', async () => {
  const unhandled: unknown[] = [];
  const listen = (error: unknown) => unhandled.push(error);
  process.on('unhandledRejection', listen);
  const task = startTask(async () => {
    throw new Error('no space');
  });
  await sleep(20);
  process.off('unhandledRejection', listen);
  expect(unhandled).toEqual([]);
  await expect(task).rejects.toThrow('no space');
});
