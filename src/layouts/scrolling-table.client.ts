/** Announces to keyboard and screen reader users that a table's box scrolls sideways, as long as it does. */

const MOVES = { role: 'group', tabindex: '0', 'aria-label': '表格，可以左右滑动' };

/** Marks the box now and, if the browser reports it, after each change of its size or of the print's. */
export function markScrollable(box: HTMLElement): void {
  const tell = () => {
    const moves = box.scrollWidth > box.clientWidth + 1;
    for (const [name, value] of Object.entries(MOVES)) {
      if (moves) box.setAttribute(name, value);
      else box.removeAttribute(name);
    }
  };
  tell();
  if ('ResizeObserver' in window) new ResizeObserver(tell).observe(box);
}
