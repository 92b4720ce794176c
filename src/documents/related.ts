/** Which other policies a reader of one may want: of the same action, or for the same people. */
import type { PolicyDocument, Site } from './site.ts';
import { policyStatusOn } from './status.ts';

/** What counts for nearness; policies with the same ground are as near to any other. */
type Ground = Pick<PolicyDocument['data'], 'action' | 'audiences'>;

/** The policies of one ground that have not ended, each with its place in the site's order. */
interface Group {
  action: string;
  audiences: Set32;
  policies: { policy: PolicyDocument; place: number }[];
}

/** A set of audiences as bits, 32 to a number: a thousand grounds are compared with each other. */
type Set32 = readonly number[];

/** What is known of a site's policies: their groups, and the nearest ones of each ground that was asked for. */
interface Known {
  bitsOf(audiences: readonly string[]): Set32;
  groups: Group[];
  nearest: Map<string, PolicyDocument[]>;
}

const known = new WeakMap<readonly PolicyDocument[], Known>();

/** Up to `most` other policies that have not ended, nearest first, those as near in the site's order. */
export function relatedPolicies(site: Site, policy: PolicyDocument, most = 3): PolicyDocument[] {
  const { bitsOf, groups, nearest } = known.get(site.policies) ?? know(site);
  const key = JSON.stringify([most, keyOf(policy.data)]);
  let found = nearest.get(key);
  if (found === undefined) {
    const { action, audiences } = policy.data;
    found = nearestIn(groups, { action, audiences: bitsOf(audiences) }, most + 1);
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
  const bitsOf = bitSets();
  for (const [place, policy] of site.policies.entries()) {
    if (policyStatusOn(policy.data, site.today) === 'ended') continue;
    const key = keyOf(policy.data);
    const { action, audiences } = policy.data;
    const group = groups.get(key) ?? { action, audiences: bitsOf(audiences), policies: [] };
    groups.set(key, group);
    group.policies.push({ policy, place });
  }
  const all: Known = { bitsOf, groups: [...groups.values()], nearest: new Map() };
  known.set(site.policies, all);
  return all;
}

/** Gives each audience a bit as it comes up. */
function bitSets(): Known['bitsOf'] {
  const places = new Map<string, number>();
  return (audiences) => {
    const bits: number[] = [];
    for (const audience of audiences) {
      const place = places.get(audience) ?? places.size;
      places.set(audience, place);
      bits[place >> 5] = (bits[place >> 5] ?? 0) | (1 << (place & 31));
    }
    return bits;
  };
}

type Compared = Pick<Group, 'action' | 'audiences'>;

/** The same action counts 2, each shared audience 1. */
function nearness(one: Compared, other: Compared): number {
  let near = one.action === other.action ? 2 : 0;
  for (let place = 0; place < one.audiences.length; place += 1) {
    // Each round takes the lowest bit away.
    let shared = (one.audiences[place] ?? 0) & (other.audiences[place] ?? 0);
    for (; shared !== 0; shared &= shared - 1) near += 1;
  }
  return near;
}

function nearestIn(groups: readonly Group[], ground: Compared, most: number): PolicyDocument[] {
  const byNearness: Group[][] = [];
  for (const group of groups) {
    const near = nearness(ground, group);
    if (near === 0) continue;
    const level = byNearness[near];
    if (level) level.push(group);
    else byNearness[near] = [group];
  }
  const found: PolicyDocument[] = [];
  for (const level of byNearness.toReversed()) {
    if (found.length >= most) break;
    const as = (level ?? []).flatMap(({ policies }) => policies.slice(0, most));
    found.push(...as.sort((a, b) => a.place - b.place).map(({ policy }) => policy));
  }
  return found.slice(0, most);
}
