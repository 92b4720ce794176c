/** Warns at the top of a page with statuses that the phone's clock, or the page, is wrong. */
import { clockSkewWarning } from '../documents/clock-skew.ts';

/** Adds the sentence if there is doubt, and something on the page depends on the date. */
export function showClockSkewWarning(main: HTMLElement, clock: Date, builtOn: string): void {
  const doubt = clockSkewWarning(clock, builtOn);
  if (doubt === undefined || !main.querySelector('.status, #search-form')) return;
  const note = main.ownerDocument.createElement('p');
  note.className = 'clock-note card no-print mb-3 mt-2 border-2 border-careful bg-tint-careful';
  note.setAttribute('role', 'status');
  note.textContent = doubt;
  main.prepend(note);
}
