/** The label of a status on the page, and its sentence. For villagers. */
import { applicationDeadline } from './application-deadline.ts';
import { clockOf, dayOf, daysBetween, formatDate, formatTime } from './dates.ts';
import {
  areApplicationsClosed,
  endOf,
  isPast,
  isRunning,
  lastsForDays,
  type NoticePeriod,
  noticeStatusAt,
  type PolicyPeriod,
  policyStatusOn,
} from './status.ts';
import { noticeStatusLabel, policyStatusLabel } from './status-labels.ts';

/** Part of all texts of a policy with unknown local terms; without its full stop. */
export const ASK_FIRST = '本地怎么办还不知道，先打电话问清楚';

/** A status in words: the label for a badge, the sentence for the top of the page. */
export interface StatusWords {
  label: string;
  sentence: string;
}

/**
 * The words for a policy on `today`. With `countsDays` false the date of a deadline is given without the days left, and the phone adds them:
 * a page that counts would be another file, with another zip and another chunk of the offline copy, on each of thirty days, and wrong in
 * a printed copy the day after.
 */
export function policyStatusWords(period: PolicyPeriod, today: string, countsDays = true): StatusWords {
  return { label: policyStatusLabel(period, today), sentence: policySentence(period, today, countsDays) };
}

function policySentence(period: PolicyPeriod, today: string, countsDays: boolean): string {
  const status = policyStatusOn(period, today);
  if (status === 'ended') return endedSentence(period, today);
  if (status === 'upcoming') return `${formatDate(period.validFrom ?? '')}开始，现在还不能办。`;
  const last = applicationDeadline(period);
  const until = last ? `${formatDate(last)}截止` : '';
  if (status === 'ask-first') return `${ASK_FIRST}${until && `，${until}`}。`;
  if (status === 'active') return `现在可以办${until && `，${until}`}。`;
  const left = daysBetween(today, last ?? today);
  return left === 0
    ? `今天（${formatDate(today)}）是最后一天。`
    : `${until}${countsDays ? countedDays('，还剩', left) : ''}。`;
}

/** That an ended policy has ended, and when: the first sentence of all texts about it. */
export function endedSentence(period: PolicyPeriod, today: string): string {
  if (areApplicationsClosed(period, today)) {
    return `${formatDate(period.applyBy ?? '')}申请已经截止。没赶上的，打电话问问还有没有下一次。`;
  }
  return `${formatDate(period.validUntil ?? '')}已经结束，现在不能办了。`;
}

/** The words for a notice at `now`; `countsDays` as for a policy. */
export function noticeStatusWords(period: NoticePeriod, now: string, countsDays = true): StatusWords {
  return { label: noticeStatusLabel(period, now), sentence: noticeSentence(period, now, countsDays) };
}

function noticeSentence(period: NoticePeriod, now: string, countsDays: boolean): string {
  const status = noticeStatusAt(period, now);
  const { starts, deadline } = period;
  const isClosed = deadline !== undefined && isPast(deadline, now);
  if (status === 'over') return '这件事已经过去了，留在这里备查。';
  if (status === 'today' && lastsForDays(period)) return sentenceWhileItLasts(period, now, isClosed);
  if (isClosed) return `${formatDate(deadline)}报名已经截止。没赶上的，打电话问问还有没有下一次。`;
  if (status === 'today') return '就在今天。';
  const [what, when] = deadline === undefined ? ['开始', starts] : ['报名截止', deadline];
  const left = daysBetween(now, when);
  if (left === 0) return `今天${what}。`;
  return `${formatDate(dayOf(when))}${what}${countsDays ? countedDays('，还有', left) : ''}。`;
}

/** From this many days on nobody counts them: the date is clearer. */
const MAX_COUNTED_DAYS = 30;

function countedDays(before: string, left: number): string {
  return left < MAX_COUNTED_DAYS ? `${before}${left}天` : '';
}

/** For a notice of several days whose first day has come. */
function sentenceWhileItLasts(period: NoticePeriod, now: string, isClosed: boolean): string {
  if (!isRunning(period, now)) return `今天${formatTime(clockOf(period.starts) ?? '')}开始。`;
  const end = endOf(period);
  const clock = clockOf(end);
  const last = clock ? `今天${formatTime(clock)}结束` : '今天是最后一天';
  const until = dayOf(end) === dayOf(now) ? last : `${formatDate(end)}结束`;
  return `${until}。${isClosed ? '报名已经截止。' : ''}`;
}
