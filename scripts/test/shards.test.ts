import { expect, test } from 'vitest';
import { planShards } from './shards.ts';

const counts = (processors: number) => {
  const { lanes, shards } = planShards(processors);
  const of = (project: string) => shards.filter((shard) => shard.project === project).length;
  return [lanes, of('browsers'), of('commands')];
};

test('tests with browsers begin first, in at most half of the lanes; the lanes then share those of commands', () => {
  expect(planShards(2).shards.slice(0, 2)).toEqual([
    { project: 'browsers', shard: '1/1' },
    { project: 'commands', shard: '1/6' },
  ]);
  expect([1, 2, 3, 4, 64].map(counts)).toEqual([
    [2, 1, 6],
    [2, 1, 6],
    [3, 1, 9],
    [4, 2, 12],
    [8, 4, 24],
  ]);
});
