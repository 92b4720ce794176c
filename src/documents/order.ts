/**
 * The one order in which policies stand, on every list: what closes soon, what is new, what concerns the reader most. File names
 * say nothing to a reader, so they decide only where all else is equal.
 */
import type { LedgerEntry } from '../schema/addresses.ts';
import type { CollectionData } from '../schema/collections.ts';
import { applicationDeadline } from './application-deadline.ts';
import { daysBetween } from './dates.ts';
import type { Document } from './document.ts';
import { publishedOn } from './published-on.ts';
import { ENDING_SOON_DAYS, type PolicyStatus, policyStatusOn } from './status.ts';

type Policy = Document<'policies'>;

/** A policy counts as new for so many days after the day of its publication. */
export const NEW_DAYS = 30;

/** What the order goes by besides the policies. */
export interface OrderSource {
  /** `YYYY-MM-DD`. */
  today: string;
  ledger: readonly LedgerEntry[];
  /** In their order. */
  audiences: readonly CollectionData['audiences'][];
}

/** Whom a list is for: how far a policy is from them, 0 for the nearest. */
export type Distance = (policy: Policy) => number;

/** The groups of the order, the first of a list first. */
const groups = ['closing', 'new', 'other', 'closed', 'ended'] as const;

/** Of those as near what can be done now comes first. */
const stages: readonly PolicyStatus[] = ['ending-soon', 'active', 'ask-first', 'upcoming', 'ended'];

/** What a policy is compared by, the weightiest first; the lesser comes first. */
type Key = readonly (number | string)[];

/**
 * The policies in their order: those that close within ENDING_SOON_DAYS by their last day; those published within NEW_DAYS, the
 * newest first; the others; those for which one can no longer apply; those that have ended. Among equals the nearest by `distance`,
 * then what can be done now, those for most groups of people, by the order of these, the newer ones, and by title.
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
 * How far a policy is from a group of people: for them alone 0, and one more for each other group it names; of two that name as
 * many the one that names them sooner is nearer.
 */
export function distanceFromAudience(id: string): Distance {
  return ({ data: { audiences } }) => {
    const groupsNamed = [...new Set(audiences)];
    const index = groupsNamed.indexOf(id);
    if (index === -1) return Number.MAX_SAFE_INTEGER;
    return groupsNamed.length - 1 + index / groupsNamed.length;
  };
}

/** How far a policy is from a place: 0 where it names just this one, the more places the farther, the whole county last. */
export function distanceFromPlace(id: string): Distance {
  return ({ data: { places } }) => {
    if (places === undefined) return Number.MAX_SAFE_INTEGER;
    // Named itself before one that it lies in, or that lies in it.
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
    // Of those that have ended the last to end is asked for most.
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
  for (const [index, left] of a.entries()) {
    const right = b[index] ?? left;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Of two that are told apart by nothing else: by what they say, and where that is the same by their file names. */
function compareTexts(a: Policy, b: Policy): number {
  return compareKeys([JSON.stringify(a.data), a.slug], [JSON.stringify(b.data), b.slug]);
}

/** Of what closes soon the home page shows no more than this share, so that what is new has its place there. */
const MAX_CLOSING_SHARE = 0.5;

/**
 * At most `most` policies for the home page, from those of a site in their order: those that can be done now, and what is new on
 * the day of the site, where it has not ended.
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
