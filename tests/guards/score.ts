/** The scores of a run, for each kind and for each family. */
import { families } from './case.ts';
import type { Verdict } from './run.ts';

export interface KindScore {
  /** `privacy/id-number`, or `privacy` for the family. */
  kind: string;
  plants: number;
  found: number;
  missed: number;
  lookAlikes: number;
  false: number;
  missedIds: string[];
  falseIds: string[];
}

/** The kinds of a family in alphabetical order, then the whole family. */
export function scoreKinds(verdicts: readonly Verdict[]): KindScore[] {
  return families.flatMap((family) => {
    const own = verdicts.filter((each) => each.case.family === family);
    const kinds = [...new Set(own.map((each) => each.case.kind))].sort();
    return [
      ...kinds.map((kind) =>
        score(
          `${family}/${kind}`,
          own.filter((each) => each.case.kind === kind),
        ),
      ),
      score(family, own),
    ];
  });
}

function score(kind: string, verdicts: readonly Verdict[]): KindScore {
  const plants = verdicts.filter((each) => each.case.isPlant);
  const lookAlikes = verdicts.filter((each) => !each.case.isPlant);
  const idsOfWrong = (all: readonly Verdict[]) =>
    all.filter(({ isRight }) => !isRight).map((each) => each.case.id);
  const [missedIds, falseIds] = [idsOfWrong(plants), idsOfWrong(lookAlikes)];
  return {
    kind,
    plants: plants.length,
    found: plants.length - missedIds.length,
    missed: missedIds.length,
    lookAlikes: lookAlikes.length,
    false: falseIds.length,
    missedIds,
    falseIds,
  };
}
