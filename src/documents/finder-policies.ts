/** The policies on the finder's page. A page for a slow phone cannot hold thousands. */
import type { FinderChoice } from '../schema/finder.ts';
import { CARD_PAGE_SIZE } from './pagination.ts';
import { type PolicyDocument, pickDocuments, type Site } from './site.ts';
import { listForAudience } from './topic-listing.ts';

/** A group of people with more policies than the page has. */
export interface OtherPolicies {
  audience: Site['audiences'][number];
  /** The total number of policies for the group. */
  count: number;
}

/**
 * The policies of the page, at most `maxCount`: those that a choice names, then in turn one for each group of people of the
 * choices; and the groups that have more.
 */
export function finderPolicies(
  site: Site,
  maxCount = CARD_PAGE_SIZE,
): { shown: PolicyDocument[]; others: OtherPolicies[] } {
  const choices = site.finder.flatMap((question) => question.choices);
  if (site.policies.length <= maxCount) return { shown: site.policies, others: [] };
  const groups = groupsOf(site, choices);
  const named = pickDocuments(site.policies, [...new Set(choices.flatMap(({ policies = [] }) => policies))]);
  const taken = new Set(named.slice(0, maxCount));
  const longest = Math.max(0, ...groups.map(({ policies }) => policies.length));
  for (let turn = 0; turn < longest && taken.size < maxCount; turn += 1) {
    for (const { policies } of groups) {
      const policy = policies[turn];
      if (policy && taken.size < maxCount) taken.add(policy);
    }
  }
  return {
    shown: site.policies.filter((policy) => taken.has(policy)),
    others: groups
      .filter(({ policies }) => policies.some((policy) => !taken.has(policy)))
      .map(({ audience, policies }) => ({ audience, count: policies.length })),
  };
}

/** The groups of people of the choices, each with the policies that its members can use now. */
function groupsOf(site: Site, choices: readonly FinderChoice[]) {
  const wanted = new Set(choices.flatMap(({ audiences = [] }) => audiences));
  return site.audiences
    .filter(({ id }) => wanted.has(id))
    .map((audience) => ({
      audience,
      policies: listForAudience(site, audience.id).usable,
    }));
}
