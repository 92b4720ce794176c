/** The guards find at least as many faults as before, with no more false findings. The thresholds are raised; one is lowered only when harder texts are added. */
import { beforeAll, expect, test } from 'vitest';
import { allCases } from './all.ts';
import { families } from './case.ts';
import { runCases } from './run.ts';
import { type KindScore, scoreKinds } from './score.ts';
import thresholds from './thresholds.json' with { type: 'json' };

let scores: KindScore[];
beforeAll(async () => {
  scores = scoreKinds(await runCases(allCases));
});

test.each(families)('of the planted faults in %s at least as many are found as before', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.found) / score.plants;
  expect(share, score.missedIds.join('\n')).toBeGreaterThanOrEqual(thresholds[family].minFoundPercent);
});

test.each(families)('for look-alikes in %s an editor gets no more findings than before', (family) => {
  const score = scores.find(({ kind }) => kind === family) as KindScore;
  const share = (100 * score.false) / score.lookAlikes;
  expect(share, score.falseIds.join('\n')).toBeLessThanOrEqual(thresholds[family].maxFalsePercent);
});
