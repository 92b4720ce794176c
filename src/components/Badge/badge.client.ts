/** Recomputes every status with the phone's date, so that an old copy does not show an ended policy as open. */
import { dayOf } from '../../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../../documents/status.ts';
import { noticeStatusWords, policyStatusWords } from '../../documents/status-words.ts';

/** Updates every status below `root`: its badge, its sentence, the elements that are only for ended ones, and the invitations. */
export function updateBadges(root: ParentNode, now: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('.status')) {
    const { from, until, terms, starts, ends, deadline } = element.dataset;
    const policy = { validFrom: from, validUntil: until, localTerms: terms };
    const notice = starts === undefined ? undefined : { starts, ends, deadline };
    const status = notice ? noticeStatusAt(notice, now) : policyStatusOn(policy, dayOf(now));
    const words = notice ? noticeStatusWords(notice, now) : policyStatusWords(policy, dayOf(now));
    const badge = element.querySelector<HTMLElement>('.badge');
    const sentence = element.querySelector<HTMLElement>('[data-sentence]');
    if (badge) {
      badge.dataset.status = status;
      badge.textContent = words.label;
    }
    if (sentence) sentence.textContent = words.sentence;
    if ('onlyEnded' in element.dataset) element.hidden = status !== 'ended';
    if (sentence && /ended|over/.test(status)) {
      const inviting = element.closest('main')?.querySelectorAll<HTMLElement>('[data-while-open]') ?? [];
      for (const each of inviting) showEnded(each, words.sentence);
    }
    const ended = element.closest('main')?.querySelector<HTMLElement>('[data-when-ended]');
    if (ended && sentence) ended.hidden = status !== 'ended';
  }
}

/** Removes an invitation; a text to send starts with the sentence that it is over. */
function showEnded(inviting: HTMLElement, sentence: string): void {
  if (!(inviting instanceof HTMLTextAreaElement)) inviting.hidden = true;
  else if (!inviting.value.startsWith(sentence)) inviting.value = `${sentence}\n${inviting.value}`;
}
