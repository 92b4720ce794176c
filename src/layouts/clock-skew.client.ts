/** Says at the top of a page that tells what can be applied for that the phone's clock, or the page, is not to be believed. */
import { clockSkewWarning } from '../documents/clock-skew.ts';

/** Adds the sentence where there is doubt, and something on the page that depends on the day. */
export function showClockSkewWarning(main: HTMLElement, clock: Date, builtOn: string): void {
  const doubt = clockSkewWarning(clock, builtOn);
  if (doubt === undefined || !main.querySelector('.status, #search-form')) return;
  const note = main.ownerDocument.createElement('p');
  note.className = 'clock-note card no-print mb-3 mt-2 border-2 border-careful bg-tint-careful';
  note.setAttribute('role', 'status');
  note.textContent = doubt;
  main.prepend(note);
}
