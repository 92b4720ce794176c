/** Which policies fit what a household has tapped in the finder, and why. Runs on the phone. */

/** One tapped choice: of which question, in what words, and the policies it leads to, what it leads to first of all first. */
export interface Tapped {
  question: string;
  label: string;
  policies: readonly string[];
}

/** A policy that fits. */
export interface Fit {
  slug: string;
  /** The labels that lead to it. */
  reasons: string[];
  /** The label that it is for in the first place, where that was not tapped. */
  onlyIf?: string;
}

/**
 * The policies that fit, in the order in which to show them: what more answers lead to first, and of those what an answer
 * names first. Where several questions were answered, a policy fits only when an answer to each of them leads to it; where
 * that leaves none, those that any answer leads to. `groups` has for a policy the label of those it is for in the first
 * place, 有残疾人: without that tapped it comes last.
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
