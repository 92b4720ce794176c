/** The badge of a result, computed in the worker: the words of every status would make the page's script too large. */
import { dayOf } from '../../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../../documents/status.ts';
import { noticeStatusLabel, policyStatusLabel } from '../../documents/status-labels.ts';
import type { ResultFacts } from '../search-documents.ts';
import type { Badge } from './messages.ts';

/** The status of a policy or notice at `now`; undefined for other types. */
export function badgeOf(facts: ResultFacts, now: string): Badge | undefined {
  const { type, from, until, apply, terms, starts, ends, deadline } = facts;
  if (starts !== undefined) {
    const notice = { starts, ends, deadline };
    return { status: noticeStatusAt(notice, now), label: noticeStatusLabel(notice, now) };
  }
  if (type !== 'policy') return undefined;
  const policy = { validFrom: from, validUntil: until, applyBy: apply, localTerms: terms };
  return { status: policyStatusOn(policy, dayOf(now)), label: policyStatusLabel(policy, dayOf(now)) };
}
