import { expect, test } from 'vitest';
import { openQueue } from './queue.ts';

test('a page is rendered after the change before it, also if that failed', async () => {
  const done: string[] = [];
  const enqueue = openQueue();
  const slow = enqueue(async () => {
    await new Promise((resolve) => setTimeout(resolve, 5));
    done.push('slow');
    throw new Error('unreadable');
  });
  const quick = enqueue(async () => done.push('quick'));
  await expect(slow).rejects.toThrow('unreadable');
  expect(await quick).toBe(2);
  expect(done).toEqual(['slow', 'quick']);
});
