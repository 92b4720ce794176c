import { expect, test } from 'vitest';
import { runMeasured, sumOf } from './measured-run.ts';

const node = (code: string) => runMeasured(process.execPath, ['--eval', code]);

test('the memory of a build is the sum of its processes', async () => {
  const hold = 'const held = Buffer.alloc(100 * 2 ** 20, 1);';
  const look = 'setTimeout(() => process.exit(held.length === 0 ? 1 : 0), 1500);';
  const alone = await node(`${hold} ${look}`);
  // The second reports when it has allocated its memory, and ends with the first: a busy machine may start it late.
  const second = JSON.stringify(`${hold} process.stdout.write('held'); process.stdin.resume();`);
  const two = await node(
    `${hold} require('node:child_process').spawn(process.execPath, ['--eval', ${second}]).stdout.once('data', () => { ${look} });`,
  );
  expect(alone.peakMemoryMb).toBeGreaterThan(100);
  expect(two.peakMemoryMb).toBeGreaterThan(alone.peakMemoryMb + 90);
}, 30_000);

test('processor time does not include waiting', async () => {
  const busy = await node('const end = performance.now() + 500; while (performance.now() < end);');
  const idle = await node('setTimeout(() => 0, 1500)');
  expect(idle.seconds).toBeGreaterThan(1.5);
  expect(busy.processorSeconds).toBeGreaterThan(idle.processorSeconds);
}, 30_000);

test('a failed run is reported with its output, not measured', async () => {
  await expect(node('console.error("no such folder"); process.exit(3)')).rejects.toThrow('no such folder');
});

test('runs one after another take their times together and the larger memory', () => {
  const cost = (seconds: number, peakMemoryMb: number) => ({
    seconds,
    processorSeconds: seconds,
    peakMemoryMb,
  });
  expect(sumOf([cost(1, 300), cost(2, 200)])).toEqual({ seconds: 3, processorSeconds: 3, peakMemoryMb: 300 });
});
