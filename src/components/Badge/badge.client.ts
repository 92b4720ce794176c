/** Works every status out again on the phone's own day, so that an old copy does not call an ended policy open. */
import { beijingNow, dayOf } from '../../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../../documents/status.ts';
import { noticeStatusWords, policyStatusWords } from '../../documents/status-words.ts';

/** Now, or the day of the build where the phone's clock lies before it and must be wrong. */
export function trustedNow(clock: Date, builtOn: string): string {
  const now = beijingNow(clock);
  return dayOf(now) < builtOn ? builtOn : now;
}

/** Brings every badge below `root` up to date. */
export function updateBadges(root: ParentNode, now: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('.status')) {
    const { from, until, starts, ends, deadline } = element.dataset;
    const policy = { validFrom: from, validUntil: until };
    const notice = starts === undefined ? undefined : { starts, ends, deadline };
    const status = notice ? noticeStatusAt(notice, now) : policyStatusOn(policy, dayOf(now));
    const words = notice ? noticeStatusWords(notice, now) : policyStatusWords(policy, dayOf(now));
    const [badge, sentence] = element.querySelectorAll<HTMLElement>('span');
    if (badge) {
      badge.dataset.status = status;
      badge.textContent = words.label;
    }
    if (sentence) sentence.textContent = words.sentence;
    const ended = element.closest('main')?.querySelector<HTMLElement>('[data-when-ended]');
    if (ended && sentence) ended.hidden = status !== 'ended';
  }
}
