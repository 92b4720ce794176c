/** The policies that the finder's page carries. A page for a slow phone cannot carry thousands. */
import type { FinderChoice } from '../schema/finder.ts';
import { gatherAudience } from './gathering.ts';
import { CARDS_ON_A_PAGE } from './list-pages.ts';
import { type PolicyDocument, pickDocuments, type Site } from './site.ts';

/** A group of people with more policies than the page carries. */
export interface OtherPolicies {
  audience: Site['audiences'][number];
  /** How many there are for them in all. */
  count: number;
}

/**
 * The policies to carry, at most `most`: those that a choice names, then in turn one for each group of people that a choice
 * stands for; and the groups that have more.
 */
export function finderPolicies(
  site: Site,
  most = CARDS_ON_A_PAGE,
): { shown: PolicyDocument[]; others: OtherPolicies[] } {
  const choices = site.finder.flatMap((question) => question.choices);
  if (site.policies.length <= most) return { shown: site.policies, others: [] };
  const groups = groupsOf(site, choices);
  const named = pickDocuments(site.policies, [...new Set(choices.flatMap(({ policies = [] }) => policies))]);
  const taken = new Set(named.slice(0, most));
  const longest = Math.max(0, ...groups.map(({ policies }) => policies.length));
  for (let turn = 0; turn < longest && taken.size < most; turn += 1) {
    for (const { policies } of groups) {
      const policy = policies[turn];
      if (policy && taken.size < most) taken.add(policy);
    }
  }
  return {
    shown: site.policies.filter((policy) => taken.has(policy)),
    others: groups
      .filter(({ policies }) => policies.some((policy) => !taken.has(policy)))
      .map(({ audience, policies }) => ({ audience, count: policies.length })),
  };
}

/** The groups of people that choices stand for, each with what its members can use now. */
function groupsOf(site: Site, choices: readonly FinderChoice[]) {
  const wanted = new Set(choices.flatMap(({ audiences = [] }) => audiences));
  return site.audiences
    .filter(({ id }) => wanted.has(id))
    .map((audience) => ({
      audience,
      policies: gatherAudience(site, audience.id).usable,
    }));
}
