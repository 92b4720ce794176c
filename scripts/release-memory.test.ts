import { expect, test } from 'vitest';
import { releaseMemory } from './release-memory.ts';

test('a process that waits holds no garbage', () => {
  const before = process.memoryUsage().heapUsed;
  let objects: object[] | undefined = Array.from({ length: 500_000 }, (_, index) => ({ index }));
  const used = process.memoryUsage().heapUsed - before;
  expect(objects.length).toBe(500_000);
  objects = undefined;
  releaseMemory();
  expect(process.memoryUsage().heapUsed - before).toBeLessThan(used / 2);
});
