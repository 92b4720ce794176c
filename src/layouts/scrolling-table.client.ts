/** Whether a table's box moves sideways, told to whoever reads with the keyboard or the ear, for as long as it does. */

const MOVES = { role: 'group', tabindex: '0', 'aria-label': '表格，可以左右滑动' };

/** Says so of the box now and, where the browser tells of it, whenever its size or that of the print changes. */
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
