/** Which policies fit what a household has tapped in the finder, and why. Runs on the phone. */

/** One tapped choice: of which question, in what words, and the policies it leads to. */
export interface Tapped {
  question: string;
  label: string;
  policies: readonly string[];
}

/**
 * The policies that fit, with the labels that lead to each. Where several questions were answered, a policy fits
 * only when an answer to each of them leads to it; where that leaves none, those that any answer leads to.
 */
export function fittingPolicies(tapped: readonly Tapped[]): Map<string, string[]> {
  const questions = new Set(tapped.map(({ question }) => question));
  const reasons = new Map<string, string[]>();
  const answered = new Map<string, Set<string>>();
  for (const { question, label, policies } of tapped) {
    for (const slug of policies) {
      reasons.set(slug, [...(reasons.get(slug) ?? []), label]);
      answered.set(slug, (answered.get(slug) ?? new Set<string>()).add(question));
    }
  }
  const ofAll = [...reasons].filter(([slug]) => answered.get(slug)?.size === questions.size);
  return new Map(ofAll.length > 0 ? ofAll : reasons);
}
