/** Whether a policy or notice has ended: computed in the build for the filter, and again on the phone. */
import { dayOf } from '../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../documents/status.ts';

/** The dates that the status of a result depends on. */
export interface ValidityPeriod {
  type: string;
  from?: string;
  until?: string;
  /** The last day to apply for a policy. */
  apply?: string;
  /** `unknown` if the local terms of a policy are unknown; has no effect here. */
  terms?: string;
  starts?: string;
  ends?: string;
  deadline?: string;
}

/** Whether it has ended at `now`, `YYYY-MM-DD` or with a time, Beijing time. Other types never have. */
export function hasEnded(
  { type, from, until, apply, starts, ends, deadline }: ValidityPeriod,
  now: string,
): boolean {
  if (type === 'policy')
    return policyStatusOn({ validFrom: from, validUntil: until, applyBy: apply }, dayOf(now)) === 'ended';
  return starts !== undefined && noticeStatusAt({ starts, ends, deadline }, now) === 'over';
}
