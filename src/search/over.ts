/** Whether the matter of a result is over: worked out in the build for the filter, and again on the phone. */
import { dayOf } from '../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../documents/status.ts';
import type { ResultFacts } from './record.ts';

/** Whether it is over at `now`, `YYYY-MM-DD` or with its time, Beijing time. What has no term never is. */
export function isOver({ type, from, until, starts, ends, deadline }: ResultFacts, now: string): boolean {
  if (type === 'policy')
    return policyStatusOn({ validFrom: from, validUntil: until }, dayOf(now)) === 'ended';
  return starts !== undefined && noticeStatusAt({ starts, ends, deadline }, now) === 'over';
}
