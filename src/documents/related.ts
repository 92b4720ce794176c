/** Which other policies a reader of one may want: of the same action, or for the same people. */
import type { PolicyDocument, Site } from './site.ts';
import { policyStatusOn } from './status.ts';

/** What counts for nearness; policies with the same ground are as near to any other. */
type Ground = Pick<PolicyDocument['data'], 'action' | 'audiences'>;

/** The same action counts 2, each shared audience 1. */
function nearness(one: Ground, other: Ground): number {
  return (
    (other.action === one.action ? 2 : 0) + other.audiences.filter((id) => one.audiences.includes(id)).length
  );
}

const grounds = new WeakMap<readonly PolicyDocument[], Map<string, PolicyDocument[]>>();

/** Up to `most` other policies that have not ended, nearest first, those as near in the site's order. */
export function relatedPolicies(site: Site, policy: PolicyDocument, most = 3): PolicyDocument[] {
  const { action, audiences } = policy.data;
  let known = grounds.get(site.policies);
  if (known === undefined) {
    known = new Map();
    grounds.set(site.policies, known);
  }
  // Worked out once for all policies of one ground, or a thousand policies would compare a million pairs.
  const ground = JSON.stringify([most, action, audiences]);
  let nearest = known.get(ground);
  if (nearest === undefined) {
    nearest = site.policies
      .filter(({ data }) => nearness(policy.data, data) > 0 && policyStatusOn(data, site.today) !== 'ended')
      .toSorted((a, b) => nearness(policy.data, b.data) - nearness(policy.data, a.data))
      .slice(0, most + 1);
    known.set(ground, nearest);
  }
  return nearest.filter(({ slug }) => slug !== policy.slug).slice(0, most);
}
