/**
 * The order of policies on every list: first those that close soon, then new ones, then the most relevant to the reader. File names
 * mean nothing to a reader, so they decide only between otherwise equal policies.
 */
import type { LedgerEntry } from '../schema/addresses.ts';
import type { CollectionData } from '../schema/collections.ts';
import { applicationDeadline } from './application-deadline.ts';
import { daysBetween } from './dates.ts';
import type { ContentDocument } from './document.ts';
import { publishedOn } from './published-on.ts';
import { ENDING_SOON_DAYS, type PolicyStatus, policyStatusOn } from './status.ts';

type Policy = ContentDocument<'policies'>;

/** A policy counts as new for this many days after its publication. */
export const NEW_DAYS = 30;

/** The data that determines the order besides the policies. */
export interface OrderSource {
  /** `YYYY-MM-DD`. */
  today: string;
  ledger: readonly LedgerEntry[];
  /** In their order. */
  audiences: readonly CollectionData['audiences'][];
}

/** The readers of a list: how far a policy is from them, 0 for the nearest. */
export type Distance = (policy: Policy) => number;

/** The groups in display order. */
const groups = ['closing', 'new', 'other', 'closed', 'ended'] as const;

/** At equal distance, policies that can be used now are first. */
const stages: readonly PolicyStatus[] = ['ending-soon', 'active', 'ask-first', 'upcoming', 'ended'];

/** The sort key of a policy, the most significant part first; smaller ones are first. */
type Key = readonly (number | string)[];

/**
 * The policies in their order: those that close within ENDING_SOON_DAYS by their last day; those published within NEW_DAYS, the
 * newest first; the others; those for which one can no longer apply; those that have ended. Ties are broken by `distance`, then by
 * stage, number of audiences, the order of these, the later publication, and title.
 */
export function orderPolicies(
  policies: readonly Policy[],
  source: OrderSource,
  distance: Distance = () => 0,
): Policy[] {
  const audienceRanks = new Map(source.audiences.map(({ id }, index) => [id, index]));
  return policies
    .map((policy) => ({ policy, key: keyOf(policy, source, distance(policy), audienceRanks) }))
    .sort((a, b) => compareKeys(a.key, b.key) || compareTexts(a.policy, b.policy))
    .map(({ policy }) => policy);
}

/**
 * The distance of a policy from a group of people: 0 if it is for them alone, and one more for each other group it names; of two
 * that name equally many, the one that names them earlier is nearer.
 */
export function distanceFromAudience(id: string): Distance {
  return ({ data: { audiences } }) => {
    const groupsNamed = [...new Set(audiences)];
    const index = groupsNamed.indexOf(id);
    if (index === -1) return Number.MAX_SAFE_INTEGER;
    return groupsNamed.length - 1 + index / groupsNamed.length;
  };
}

/** The distance of a policy from a place: 0 if it names only this one, more with more places, the whole county last. */
export function distanceFromPlace(id: string): Distance {
  return ({ data: { places } }) => {
    if (places === undefined) return Number.MAX_SAFE_INTEGER;
    // A policy that names the place itself precedes one that names a place around or in it.
    return new Set(places).size - 1 + (places.includes(id) ? 0 : 0.5);
  };
}

function keyOf(
  policy: Policy,
  source: OrderSource,
  distance: number,
  audienceRanks: Map<string, number>,
): Key {
  const { data, slug } = policy;
  const { today } = source;
  const status = policyStatusOn(data, today);
  const last = applicationDeadline(data);
  const published = publishedOn(source, 'policies', slug);
  const audiences = new Set(data.audiences);
  const group = groupOf(status, last, published, today);
  return [
    groups.indexOf(group),
    group === 'closing' ? daysBetween(today, last ?? today) : 0,
    group === 'new' ? daysBetween(published, today) : 0,
    // Of policies that have ended, readers look most for the latest.
    group === 'ended' ? daysBetween(data.validUntil ?? today, today) : 0,
    distance,
    stages.indexOf(status),
    -audiences.size,
    Math.min(...[...audiences].map((id) => audienceRanks.get(id) ?? Number.MAX_SAFE_INTEGER)),
    daysBetween(published, today),
    data.title,
  ];
}

function groupOf(
  status: PolicyStatus,
  last: string | undefined,
  published: string,
  today: string,
): (typeof groups)[number] {
  if (status === 'ended') return 'ended';
  if (last !== undefined && last < today) return 'closed';
  if (last !== undefined && daysBetween(today, last) <= ENDING_SOON_DAYS) return 'closing';
  return daysBetween(published, today) <= NEW_DAYS ? 'new' : 'other';
}

function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < a.length; index += 1) {
    const left = a[index] ?? '';
    const right = b[index] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Compares two otherwise equal policies by their data, and if that is equal by their file names. */
function compareTexts(a: Policy, b: Policy): number {
  return compareKeys([JSON.stringify(a.data), a.slug], [JSON.stringify(b.data), b.slug]);
}

/** The maximum share of closing policies on the home page, so that new ones have room there. */
const MAX_CLOSING_SHARE = 0.5;

/**
 * At most `maxCount` policies for the home page, from the sorted policies of a site: those that can be used now, and those that are
 * new on the day of the site and have not ended.
 */
export function policiesForHome(ordered: readonly Policy[], source: OrderSource, maxCount: number): Policy[] {
  const statusOf = ({ data }: Policy) => policyStatusOn(data, source.today);
  const isNewToday = ({ slug }: Policy) => publishedOn(source, 'policies', slug) === source.today;
  const fresh = ordered
    .filter((policy) => statusOf(policy) !== 'ended' && isNewToday(policy))
    .slice(0, Math.ceil(maxCount * MAX_CLOSING_SHARE));
  const open = ordered.filter((policy) => ['active', 'ending-soon'].includes(statusOf(policy)));
  const shown = new Set([...fresh, ...open.filter((policy) => !fresh.includes(policy))].slice(0, maxCount));
  return ordered.filter((policy) => shown.has(policy));
}
