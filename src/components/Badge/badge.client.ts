/** Recomputes every status with the phone's date, so that an old copy does not show an ended policy as open. */
import { dayOf } from '../../documents/dates.ts';
import { noticeStatusAt, policyStatusOn } from '../../documents/status.ts';
import { noticeStatusWords, policyStatusWords } from '../../documents/status-words.ts';

/** Updates every status below `root`: its badge, its sentence, the elements that are only for ended ones, and the invitations. */
export function updateBadges(root: ParentNode, now: string): void {
  for (const element of root.querySelectorAll<HTMLElement>('.status')) {
    const { from, until, apply, terms, starts, ends, deadline } = element.dataset;
    const policy = { validFrom: from, validUntil: until, applyBy: apply, localTerms: terms };
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
    const isOpen = status !== 'ended';
    if ('onlyEnded' in element.dataset) element.hidden = isOpen;
    const main = sentence && element.closest('main');
    if (!main) continue;
    if (!isOpen || status === 'over') {
      for (const each of main.querySelectorAll<HTMLElement>('[data-while-open]'))
        showEnded(each, words.sentence);
    }
    for (const each of main.querySelectorAll<HTMLElement>('[data-when-ended]')) each.hidden = isOpen;
  }
}

/** Removes an invitation; a text to send starts with the sentence that it is over. */
function showEnded(inviting: HTMLElement, sentence: string): void {
  if (!(inviting instanceof HTMLTextAreaElement)) inviting.hidden = true;
  else if (!inviting.value.startsWith(sentence)) inviting.value = `${sentence}\n${inviting.value}`;
}
