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

/** The policies of one ground that have not ended, each with its place in the site's order. */
interface Group {
  ground: Ground;
  policies: { policy: PolicyDocument; place: number }[];
}

/** What is known of a site's policies: their groups, and the nearest ones of each ground that was asked for. */
interface Known {
  groups: Group[];
  nearest: Map<string, PolicyDocument[]>;
}

const known = new WeakMap<readonly PolicyDocument[], Known>();

/** Up to `most` other policies that have not ended, nearest first, those as near in the site's order. */
export function relatedPolicies(site: Site, policy: PolicyDocument, most = 3): PolicyDocument[] {
  const { groups, nearest } = known.get(site.policies) ?? know(site);
  const key = JSON.stringify([most, keyOf(policy.data)]);
  let found = nearest.get(key);
  if (found === undefined) {
    found = nearestIn(groups, policy.data, most + 1);
    nearest.set(key, found);
  }
  return found.filter(({ slug }) => slug !== policy.slug).slice(0, most);
}

function keyOf({ action, audiences }: Ground): string {
  return JSON.stringify([action, audiences]);
}

/** Thousands of policies have some hundred grounds: these are compared, and not every policy with every other. */
function know(site: Site): Known {
  const groups = new Map<string, Group>();
  for (const [place, policy] of site.policies.entries()) {
    if (policyStatusOn(policy.data, site.today) === 'ended') continue;
    const key = keyOf(policy.data);
    const group = groups.get(key) ?? { ground: policy.data, policies: [] };
    groups.set(key, group);
    group.policies.push({ policy, place });
  }
  const all: Known = { groups: [...groups.values()], nearest: new Map() };
  known.set(site.policies, all);
  return all;
}

function nearestIn(groups: readonly Group[], ground: Ground, most: number): PolicyDocument[] {
  return groups
    .flatMap(({ ground: other, policies }) => {
      const near = nearness(ground, other);
      return near > 0 ? policies.slice(0, most).map((each) => ({ ...each, near })) : [];
    })
    .sort((a, b) => b.near - a.near || a.place - b.place)
    .slice(0, most)
    .map(({ policy }) => policy);
}
