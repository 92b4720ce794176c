/** A tap between two slices of work is answered at once. */
import { afterEach, expect, test, vi } from 'vitest';
import { runInSlices } from './slices.client.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Work of `count` steps of 3 ms; how many of them each task did. */
function startWork(count: number, isUrgent = () => false) {
  vi.useFakeTimers();
  vi.stubGlobal('window', {});
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  let left = count;
  const goOn = runInSlices(() => {
    now += 3;
    left -= 1;
    return left > 0;
  }, isUrgent);
  return { goOn, left: () => left };
}

test('a task has few steps, and the work ends', () => {
  const { left } = startWork(7);
  expect(left()).toBe(7);
  const after: number[] = [];
  while (left() > 0) {
    vi.advanceTimersToNextTimer();
    after.push(left());
  }
  expect(after).toEqual([4, 1, 0]);
  expect(vi.getTimerCount()).toBe(0);
});

test('somebody who waits does not wait for an idle page', () => {
  const idle = vi.fn();
  const { goOn, left } = startWork(7, () => true);
  vi.stubGlobal('window', { requestIdleCallback: idle });
  vi.stubGlobal('requestIdleCallback', idle);
  goOn();
  expect(left()).toBe(4);
  vi.runAllTimers();
  expect(left()).toBe(0);
  expect(idle).not.toHaveBeenCalled();
});
