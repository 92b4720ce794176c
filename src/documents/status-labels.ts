/** The label of a status, for a badge. Apart from its sentence, which the script of the search does not need. */
import {
  areApplicationsClosed,
  isPast,
  isRunning,
  lastsForDays,
  type NoticePeriod,
  type NoticeStatus,
  noticeStatusAt,
  type PolicyPeriod,
  type PolicyStatus,
  policyStatusOn,
} from './status.ts';

export const policyStatusLabels: Readonly<Record<PolicyStatus, string>> = {
  active: '正在办',
  'ending-soon': '快截止了',
  'ask-first': '先打电话问',
  upcoming: '还没开始',
  ended: '已经结束',
};

export const noticeStatusLabels: Readonly<Record<NoticeStatus, string>> = {
  today: '就在今天',
  'closing-soon': '快到了',
  open: '还没到',
  over: '已经过去',
};

/** The label of a policy on `today`. */
export function policyStatusLabel(period: PolicyPeriod, today: string): string {
  if (areApplicationsClosed(period, today)) return '申请已截止';
  return policyStatusLabels[policyStatusOn(period, today)];
}

/** The label of a notice at `now`: that of noticeStatusWords, without its sentence. */
export function noticeStatusLabel(period: NoticePeriod, now: string): string {
  const status = noticeStatusAt(period, now);
  if (lastsForDays(period) && status === 'today') return isRunning(period, now) ? '正在进行' : '今天开始';
  const isClosed = period.deadline !== undefined && isPast(period.deadline, now);
  return status !== 'over' && isClosed ? '报名已截止' : noticeStatusLabels[status];
}
