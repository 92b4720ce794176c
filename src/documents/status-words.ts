/** The label of a status on the page, and its sentence. For villagers. */
import { clockOf, dayOf, daysBetween, formatDate, formatTime } from './dates.ts';
import {
  endOf,
  isPast,
  isRunning,
  lastsForDays,
  type NoticePeriod,
  noticeStatusAt,
  type PolicyPeriod,
  policyStatusOn,
} from './status.ts';
import { noticeStatusLabels, policyStatusLabels } from './status-labels.ts';

/** Part of all texts of a policy with unknown local terms; without its full stop. */
export const ASK_FIRST = '本地怎么办还不知道，先打电话问清楚';

/** A status in words: the label for a badge, the sentence for the top of the page. */
export interface StatusWords {
  label: string;
  sentence: string;
}

/** The words for a policy on `today`. */
export function policyStatusWords(period: PolicyPeriod, today: string): StatusWords {
  const status = policyStatusOn(period, today);
  const label = policyStatusLabels[status];
  const { validFrom = '', validUntil } = period;
  switch (status) {
    case 'ended':
      return { label, sentence: `${formatDate(validUntil ?? '')}已经结束，现在不能办了。` };
    case 'upcoming':
      return { label, sentence: `${formatDate(validFrom)}开始，现在还不能办。` };
    case 'ask-first':
      return { label, sentence: `${ASK_FIRST}。${validUntil ? `${formatDate(validUntil)}截止。` : ''}` };
    case 'ending-soon': {
      const left = daysBetween(today, validUntil ?? today);
      const until = formatDate(validUntil ?? '');
      return {
        label,
        sentence:
          left === 0 ? `今天（${until}）是最后一天。` : `${until}截止${countedDays('，还剩', left)}。`,
      };
    }
    default:
      return { label, sentence: validUntil ? `现在可以办，${formatDate(validUntil)}截止。` : '现在可以办。' };
  }
}

/** The words for a notice at `now`. */
export function noticeStatusWords(period: NoticePeriod, now: string): StatusWords {
  const status = noticeStatusAt(period, now);
  const { starts, deadline } = period;
  const isClosed = deadline !== undefined && isPast(deadline, now);
  if (lastsForDays(period) && status === 'today') return wordsWhileItLasts(period, now, isClosed);
  if (status !== 'over' && isClosed) {
    return {
      label: '报名已截止',
      sentence: `${formatDate(deadline)}报名已经截止。没报上的，打电话问问还有没有下一次。`,
    };
  }
  const label = noticeStatusLabels[status];
  switch (status) {
    case 'over':
      return { label, sentence: '这件事已经过去了，留在这里备查。' };
    case 'today':
      return { label, sentence: '就在今天。' };
    default: {
      const [what, when] = deadline === undefined ? ['开始', starts] : ['报名截止', deadline];
      const left = daysBetween(now, when);
      if (left === 0) return { label, sentence: `今天${what}。` };
      return { label, sentence: `${formatDate(dayOf(when))}${what}${countedDays('，还有', left)}。` };
    }
  }
}

/** From this many days on nobody counts them: the date is clearer. */
const MAX_COUNTED_DAYS = 30;

function countedDays(before: string, left: number): string {
  return left < MAX_COUNTED_DAYS ? `${before}${left}天` : '';
}

/** The words for a notice of several days whose first day has come. */
function wordsWhileItLasts(period: NoticePeriod, now: string, isClosed: boolean): StatusWords {
  if (!isRunning(period, now)) {
    return { label: '今天开始', sentence: `今天${formatTime(clockOf(period.starts) ?? '')}开始。` };
  }
  const end = endOf(period);
  const clock = clockOf(end);
  const last = clock ? `今天${formatTime(clock)}结束` : '今天是最后一天';
  const until = dayOf(end) === dayOf(now) ? last : `${formatDate(end)}结束`;
  return { label: '正在进行', sentence: `${until}。${isClosed ? '报名已经截止。' : ''}` };
}
