/** Moves notices that are over by the phone's own day below the fold, where the built page had them still open. */

/** Sorts the calendar again after the badges have been brought up to date. */
export function foldPast(calendar: HTMLElement): void {
  const past = calendar.querySelector<HTMLElement>('[data-list="past"]');
  const coming = calendar.querySelector<HTMLElement>('[data-list="coming"]');
  if (!past || !coming) return;
  for (const badge of Array.from(coming.querySelectorAll('.badge[data-status="over"]'))) {
    const item = badge.closest('li');
    if (item) past.prepend(item);
  }
  const fold = calendar.querySelector('details');
  if (fold) fold.hidden = past.children.length === 0;
}
