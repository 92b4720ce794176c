/** Other policies for a reader of one: with the same action, or for the same people. */
import { push } from './concerned-places.ts';
import type { PolicyDocument, Site } from './site.ts';
import { policyStatusOn } from './status.ts';

/** The policies with the same facets, which are equally similar to any other policy. */
interface Group {
  action: string;
  audiences: ReadonlySet<string>;
  /** Those that have not ended, each with its index in the site's order. */
  entries: { policy: PolicyDocument; index: number }[];
}

/** The groups of a site; those of an action and of an audience by their number in `groups`. */
interface RelatedIndex {
  groups: Group[];
  bySlug: Map<string, Group>;
  byAction: Map<string, number[]>;
  byAudience: Map<string, number[]>;
  results: Map<Group, PolicyDocument[]>;
}

/** The similarity of two policies: 2 for the same action, 1 for each shared audience. */
const SAME_ACTION = 2;
const SHARED_AUDIENCE = 1;
/** The policies that a page shows. */
const MAX_RELATED = 3;

const indexes = new WeakMap<readonly PolicyDocument[], RelatedIndex>();

/**
 * Up to MAX_RELATED other policies that have not ended, most similar first, equally similar ones in the site's order.
 * `policy` is one of the site's.
 */
export function relatedPolicies(site: Site, policy: PolicyDocument): PolicyDocument[] {
  const index = indexes.get(site.policies) ?? buildIndex(site);
  const group = index.bySlug.get(policy.slug);
  if (group === undefined) return [];
  const found = index.results.get(group) ?? findMostSimilar(index, group);
  index.results.set(group, found);
  return found.filter(({ slug }) => slug !== policy.slug).slice(0, MAX_RELATED);
}

/** Thousands of policies have only some hundred different facets, so only groups are compared. */
function buildIndex(site: Site): RelatedIndex {
  const index: RelatedIndex = {
    groups: [],
    bySlug: new Map(),
    byAction: new Map(),
    byAudience: new Map(),
    results: new Map(),
  };
  const byFacets = new Map<string, Group>();
  for (const [position, policy] of site.policies.entries()) {
    const { action, audiences } = policy.data;
    const key = `${action} ${audiences.join(' ')}`;
    const group = byFacets.get(key) ?? addGroup(index, action, audiences);
    byFacets.set(key, group);
    index.bySlug.set(policy.slug, group);
    if (policyStatusOn(policy.data, site.today) !== 'ended') group.entries.push({ policy, index: position });
  }
  indexes.set(site.policies, index);
  return index;
}

function addGroup(index: RelatedIndex, action: string, audiences: readonly string[]): Group {
  const group: Group = { action, audiences: new Set(audiences), entries: [] };
  const number = index.groups.push(group) - 1;
  push(index.byAction, action, number);
  for (const audience of group.audiences) push(index.byAudience, audience, number);
  return group;
}

/** The most similar policies of all groups, one more than a page shows: the policy itself may be among them. */
function findMostSimilar(index: RelatedIndex, { action, audiences }: Group): PolicyDocument[] {
  const similarities = new Array<number>(index.groups.length).fill(0);
  const add = (numbers: readonly number[] = [], weight: number) => {
    for (const number of numbers) similarities[number] = (similarities[number] ?? 0) + weight;
  };
  add(index.byAction.get(action), SAME_ACTION);
  for (const audience of audiences) add(index.byAudience.get(audience), SHARED_AUDIENCE);
  const found: PolicyDocument[] = [];
  for (let level = SAME_ACTION + audiences.size; level > 0 && found.length <= MAX_RELATED; level -= 1) {
    const entries = index.groups.flatMap((group, number) =>
      similarities[number] === level ? group.entries.slice(0, MAX_RELATED + 1) : [],
    );
    found.push(...entries.sort((a, b) => a.index - b.index).map(({ policy }) => policy));
  }
  return found.slice(0, MAX_RELATED + 1);
}
