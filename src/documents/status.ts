/**
 * The status of a policy or a notice on a day. The same code runs in the build and again on the phone, so that an old copy never
 * shows an ended policy as open.
 */
import { applicationDeadline } from './application-deadline.ts';
import { addDays, clockOf, dayOf, daysBetween } from './dates.ts';

export const policyStatuses = ['active', 'ending-soon', 'ask-first', 'upcoming', 'ended'] as const;
export type PolicyStatus = (typeof policyStatuses)[number];

export const noticeStatuses = ['today', 'closing-soon', 'open', 'over'] as const;
export type NoticeStatus = (typeof noticeStatuses)[number];

/** A policy counts as ending soon from this many days before the last day on which one can apply. */
export const ENDING_SOON_DAYS = 30;
/** A notice counts as closing soon from this many days before its deadline. */
export const CLOSING_SOON_DAYS = 3;

/** The first and last day of a policy, its deadline, and whether its local terms are known; an absent end is open. */
export interface PolicyPeriod {
  validFrom?: string | undefined;
  validUntil?: string | undefined;
  /** The last day to apply; words have no effect. */
  applyBy?: string | undefined;
  /** `unknown` if nobody has seen the terms for this county; any other text counts as known. */
  localTerms?: string | undefined;
}

/**
 * The status of a policy on `today`, `YYYY-MM-DD`; its first and last day both count. It has ended for a reader when one can no longer
 * apply (see `areApplicationsClosed`). A policy with unknown local terms is never open: nobody knows whether one can apply.
 */
export function policyStatusOn(period: PolicyPeriod, today: string): PolicyStatus {
  const { validFrom, localTerms } = period;
  const last = applicationDeadline(period);
  if (last && today > last) return 'ended';
  if (validFrom && today < validFrom) return 'upcoming';
  if (localTerms === 'unknown') return 'ask-first';
  if (last && daysBetween(today, last) <= ENDING_SOON_DAYS) return 'ending-soon';
  return 'active';
}

/** Whether a policy is ended only for those who would still apply: its deadline has passed, its last day has not. */
export function areApplicationsClosed(period: PolicyPeriod, today: string): boolean {
  return (applicationDeadline(period) ?? today) < today && (period.validUntil ?? today) >= today;
}

/** The times of a notice, each a date, or a date with its time. */
export interface NoticePeriod {
  starts: string;
  ends?: string | undefined;
  deadline?: string | undefined;
}

/**
 * The last moment of a notice, or its last day if no time is known: without an end it lasts for its first day. One that ends at 00:00 has
 * nothing of that day: it ends at 24:00 of the day before, and no reader comes a day late.
 */
export function endOf({ starts, ends }: NoticePeriod): string {
  if (ends === undefined) return dayOf(starts);
  const isMidnight = clockOf(ends) === '00:00' && dayOf(ends) > dayOf(starts);
  return isMidnight ? `${addDays(ends, -1)} 24:00` : ends;
}

/** Whether a notice continues after its first day. */
export function lastsForDays(period: NoticePeriod): boolean {
  return dayOf(endOf(period)) > dayOf(period.starts);
}

/** Whether a notice has started at `now` and is not over; a bare date starts with its day. */
export function isRunning(period: NoticePeriod, now: string): boolean {
  const isBefore = isPast(now, period.starts);
  return !isBefore && !isPast(endOf(period), now);
}

/**
 * The status of a notice at `now`, a date or a date with its time. Without an end it lasts for its day. Closing soon means that the
 * deadline, or without one the start, is three days off or fewer.
 */
export function noticeStatusAt({ starts, ends, deadline }: NoticePeriod, now: string): NoticeStatus {
  if (isPast(endOf({ starts, ends }), now)) return 'over';
  if (dayOf(starts) <= dayOf(now)) return 'today';
  const close = deadline && !isPast(deadline, now) ? deadline : starts;
  return daysBetween(now, close) <= CLOSING_SOON_DAYS ? 'closing-soon' : 'open';
}

/** Whether a moment has passed; a date passes with the end of its day. */
export function isPast(when: string, now: string): boolean {
  if (dayOf(when) !== dayOf(now)) return dayOf(when) < dayOf(now);
  const [at, clock] = [clockOf(when), clockOf(now)];
  return at !== undefined && clock !== undefined && at < clock;
}
