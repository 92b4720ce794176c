/** Matches policies to a household's choices in the finder, with the reasons. Runs on the phone. */

/** One tapped choice: its question, its label, and its policies, the most relevant first. */
export interface Tapped {
  question: string;
  label: string;
  policies: readonly string[];
}

/** A policy that fits. */
export interface Fit {
  slug: string;
  /** The labels of the matching choices. */
  reasons: string[];
  /** The label of the group it is mainly for, if that was not tapped. */
  onlyIf?: string;
}

/**
 * The matching policies in display order: first by the number of matching answers, then by their rank in an answer. With several
 * questions answered, a policy matches only if an answer to each of them has it; if none does, those of any answer. `groups` maps a
 * policy to the label of the group it is mainly for, 有残疾人: if that is not tapped, the policy is last.
 */
export function fittingPolicies(
  tapped: readonly Tapped[],
  groups: ReadonlyMap<string, string> = new Map(),
): Fit[] {
  const questions = new Set(tapped.map(({ question }) => question));
  const labels = new Set(tapped.map(({ label }) => label));
  const found = new Map<string, { fit: Fit; answered: Set<string>; rank: number }>();
  for (const { question, label, policies } of tapped) {
    for (const [rank, slug] of policies.entries()) {
      const known = found.get(slug) ?? { fit: fitOf(slug, labels, groups), answered: new Set(), rank };
      known.fit.reasons.push(label);
      known.answered.add(question);
      known.rank = Math.min(known.rank, rank);
      found.set(slug, known);
    }
  }
  const all = Array.from(found.values());
  const ofAll = all.filter(({ answered }) => answered.size === questions.size);
  return (ofAll.length > 0 ? ofAll : all)
    .sort(
      (a, b) =>
        Number(a.fit.onlyIf !== undefined) - Number(b.fit.onlyIf !== undefined) ||
        b.fit.reasons.length - a.fit.reasons.length ||
        a.rank - b.rank,
    )
    .map(({ fit }) => fit);
}

function fitOf(slug: string, labels: ReadonlySet<string>, groups: ReadonlyMap<string, string>): Fit {
  const group = groups.get(slug);
  return group === undefined || labels.has(group)
    ? { slug, reasons: [] }
    : { slug, reasons: [], onlyIf: group };
}
