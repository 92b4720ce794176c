/** Whether the matter of a result is over: worked out in the build for the filter, and again on the phone. */
import { dayOf } from '../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../documents/status.ts';

/** The dates of a result that its status depends on. */
export interface ValidityPeriod {
  type: string;
  from?: string;
  until?: string;
  /** `unknown` where the local terms of a policy are not known; over or not, it counts the same. */
  terms?: string;
  starts?: string;
  ends?: string;
  deadline?: string;
}

/** Whether it is over at `now`, `YYYY-MM-DD` or with its time, Beijing time. What has no term never is. */
export function hasEnded(
  { type, from, until, starts, ends, deadline }: ValidityPeriod,
  now: string,
): boolean {
  if (type === 'policy')
    return policyStatusOn({ validFrom: from, validUntil: until }, dayOf(now)) === 'ended';
  return starts !== undefined && noticeStatusAt({ starts, ends, deadline }, now) === 'over';
}
