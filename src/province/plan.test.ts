import { expect, test } from 'vitest';
import { joinDigest } from './digest.ts';
import { gitlabPipeline } from './pipeline.ts';
import { planCounties } from './plan.ts';

const digest = { content: 'c', base: 'b', code: 'x', day: '2026-11-23' };
const stamp = (last: object = {}) => ({ digest: { ...digest, ...last }, output: 'o', shape: 's' });
const county = (id: string, last: object | undefined, isWhole = true) => ({
  id,
  digest,
  command: `build ${id}`,
  out: `out/${id}`,
  stamp: last === undefined ? undefined : stamp(last),
  isWhole: () => isWhole,
});

test('a county is built again for a reason, and only then', () => {
  const plan = planCounties([
    county('same', {}),
    county('first', undefined),
    county('edited', { content: 'old', day: '2026-11-22' }),
    county('inherited', { base: 'old' }),
    county('updated', { code: 'old' }),
    county('tomorrow', { day: '2026-11-22' }),
    county('broken', {}, false),
  ]);
  expect(plan.unchanged).toEqual(['same']);
  expect(plan.jobs.map(({ id, reason }) => `${id} ${reason}`)).toEqual([
    'first new',
    'edited content',
    'inherited base',
    'updated code',
    'tomorrow day',
    'broken damaged',
  ]);
  expect(new Set(plan.jobs.map((job) => job.digest))).toEqual(new Set([joinDigest(digest)]));
});

test('a change of any input is another digest', () => {
  const kinds = ['content', 'base', 'code', 'day'] as const;
  const digests = kinds.map((kind) => joinDigest({ ...digest, [kind]: 'other' }));
  expect(new Set([...digests, joinDigest(digest)]).size).toBe(5);
});

test('GitLab gets a matrix of at most 200 counties a job, and no empty pipeline', () => {
  const jobs = Array.from({ length: 201 }, (_, index) => ({
    id: `c${index}`,
    digest: 'd',
    command: 'x',
    out: `out/${index}`,
  }));
  const parsed = JSON.parse(gitlabPipeline(jobs)) as Record<string, { parallel: { matrix: object[] } }>;
  expect(Object.values(parsed).map(({ parallel }) => parallel.matrix.length)).toEqual([200, 1]);
  expect(parsed['county-2']?.parallel.matrix).toEqual([
    { COUNTY: 'c200', DIGEST: 'd', COMMAND: 'x', OUT: 'out/200' },
  ]);
  expect(Object.keys(JSON.parse(gitlabPipeline([])))).toEqual(['nothing']);
});
