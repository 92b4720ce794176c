/** Moves notices that are over by the phone's date below the fold, if the built page has them still open. */

/** Sorts the calendar again after the badges were updated. */
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
