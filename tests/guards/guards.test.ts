/** The guards find at least as much of the sets as they did, and are wrong no more often. The floors are raised, never lowered. */
import { beforeAll, expect, test } from 'vitest';
import { allCases } from './all.ts';
import { families } from './case.ts';
import floors from './floors.json' with { type: 'json' };
import { runCases } from './run.ts';
import { type KindScore, scoreKinds } from './score.ts';

let scores: KindScore[];
beforeAll(async () => {
  scores = scoreKinds(await runCases(allCases));
}, 300_000);

test.each(families)('of the planted faults in %s as many are found as ever', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.found) / score.plants;
  expect(share, score.missedIds.join('\n')).toBeGreaterThanOrEqual(floors[family].minFoundPercent);
});

test.each(families)('an editor of what only looks like a fault in %s is told no more than ever', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.false) / score.lookAlikes;
  expect(share, score.falseIds.join('\n')).toBeLessThanOrEqual(floors[family].maxFalsePercent);
});
