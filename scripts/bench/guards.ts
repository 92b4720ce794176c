/** Measures the guards: what `check` finds of the planted faults in tests/guards, and how often it speaks where nothing is wrong. */
import { allCases } from '../../tests/guards/all.ts';
import { runCases, type Verdict } from '../../tests/guards/run.ts';
import { scoreKinds } from '../../tests/guards/score.ts';
import type { Figures } from './table.ts';

/** A row a kind and one a family; `show` prints the cases that went wrong whose names begin so, `all` those of all. */
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

/** Prints the cases on standard error, a block each, so that JSON on standard output stays whole. */
function showWrong(verdicts: readonly Verdict[], show: string): void {
  const isWanted = ({ case: { id }, isRight }: Verdict) =>
    !isRight && (show === 'all' || id.startsWith(show));
  for (const { case: one, said } of verdicts.filter(isWanted)) {
    const what = one.isPlant ? `missed, wanted ${one.wanted}` : 'false';
    const lines = said.map((each) => `    ${JSON.stringify(each)}\n`).join('');
    process.stderr.write(`${one.id} ${what}\n  ${JSON.stringify(one.shown).slice(1, -1)}\n${lines}`);
  }
}
