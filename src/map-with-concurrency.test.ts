/** Several things at once, for a phone that saves and a build that packs. */
import { expect, test } from 'vitest';
import { mapWithConcurrency } from './map-with-concurrency.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('results stand in the order of the items, whichever was done first, and no more are under way than asked for', async () => {
  let [underWay, most] = [0, 0];
  const results = await mapWithConcurrency([30, 1, 20, 1, 10], 2, async (ms) => {
    underWay += 1;
    most = Math.max(most, underWay);
    await pause(ms);
    underWay -= 1;
    return ms * 2;
  });
  expect(results).toEqual([60, 2, 40, 2, 20]);
  expect(most).toBe(2);
});

test('after a failure nothing more is begun, and nothing is under way when it is told', async () => {
  const begun: number[] = [];
  const ended: number[] = [];
  const working = mapWithConcurrency([1, 2, 3, 4], 2, async (item) => {
    begun.push(item);
    await pause(item === 1 ? 1 : 20);
    if (item === 1) throw new Error('no room');
    ended.push(item);
  });
  await expect(working).rejects.toThrow('no room');
  expect(begun).toEqual([1, 2]);
  expect(ended).toEqual([2]);
});
