/** The guards find at least as much of the sets as they did, and are wrong no more often. The thresholds are raised, never lowered. */
import { beforeAll, expect, test } from 'vitest';
import { allCases } from './all.ts';
import { families } from './case.ts';
import { runCases } from './run.ts';
import { type KindScore, scoreKinds } from './score.ts';
import thresholds from './thresholds.json' with { type: 'json' };

let scores: KindScore[];
beforeAll(async () => {
  scores = scoreKinds(await runCases(allCases));
}, 300_000);

test.each(families)('of the planted faults in %s as many are found as ever', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.found) / score.plants;
  expect(share, score.missedIds.join('\n')).toBeGreaterThanOrEqual(thresholds[family].minFoundPercent);
});

test.each(families)('an editor of what only looks like a fault in %s is told no more than ever', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.false) / score.lookAlikes;
  expect(share, score.falseIds.join('\n')).toBeLessThanOrEqual(thresholds[family].maxFalsePercent);
});
