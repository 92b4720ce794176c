/** Measures the guards: how many planted faults of tests/guards `check` finds, and how many false alarms it raises. */
import { allCases } from '../../tests/guards/all.ts';
import { runCases, type Verdict } from '../../tests/guards/run.ts';
import { scoreKinds } from '../../tests/guards/score.ts';
import type { Figures } from './table.ts';

/** One row per kind and one per family; `show` prints wrong cases whose ids begin with it, `all` every wrong case. */
export async function measureGuards(
  _documents: number,
  { json, show }: { json: boolean; show: string | undefined },
): Promise<Figures[]> {
  const verdicts = await runCases(allCases);
  if (show !== undefined) showWrong(verdicts, show);
  return scoreKinds(verdicts).map(({ missedIds, falseIds, ...figures }) => ({
    ...figures,
    share: inPercent(figures.found, figures.plants),
    falseShare: inPercent(figures.false, figures.lookAlikes),
    ...(json && { missedIds, falseIds }),
  }));
}

function inPercent(some: number, all: number): string {
  return all === 0 ? '' : `${((100 * some) / all).toFixed(1)} %`;
}

/** Prints to standard error, so that standard output stays valid JSON. */
function showWrong(verdicts: readonly Verdict[], show: string): void {
  const isWanted = ({ case: { id }, isRight }: Verdict) =>
    !isRight && (show === 'all' || id.startsWith(show));
  for (const { case: one, said } of verdicts.filter(isWanted)) {
    const what = one.isPlant ? `missed, wanted ${one.wanted}` : 'false';
    const lines = said.map((each) => `    ${JSON.stringify(each)}\n`).join('');
    process.stderr.write(`${one.id} ${what}\n  ${JSON.stringify(one.shown).slice(1, -1)}\n${lines}`);
  }
}
