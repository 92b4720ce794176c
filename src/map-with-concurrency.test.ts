/** Limited concurrency, for a phone that saves and a build that packs. */
import { expect, test } from 'vitest';
import { mapWithConcurrency } from './map-with-concurrency.ts';

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

test('results are in the order of the items, whichever finished first, and no more run than the limit', async () => {
  let [underWay, maxUnderWay] = [0, 0];
  const results = await mapWithConcurrency([30, 1, 20, 1, 10], 2, async (ms) => {
    underWay += 1;
    maxUnderWay = Math.max(maxUnderWay, underWay);
    await pause(ms);
    underWay -= 1;
    return ms * 2;
  });
  expect(results).toEqual([60, 2, 40, 2, 20]);
  expect(maxUnderWay).toBe(2);
});

test('after a failure no more are started, and none is running when it rejects', async () => {
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
