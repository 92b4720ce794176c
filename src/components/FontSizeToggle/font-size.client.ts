/** The three sizes of print, and the button that switches to the next. */

export const sizes = ['', 'large', 'larger'] as const;
export type Size = (typeof sizes)[number];

/** The button's label in each size: it names the next one. */
const labels: Record<Size, string> = { '': '长辈版', large: '再大些', larger: '恢复' };

const KEY = 'mingbai:size';

/** The size that was chosen on this phone; the normal one if none is stored or storage is refused. */
export function chosenSize(storage: () => Storage): Size {
  try {
    const stored = storage().getItem(KEY);
    return sizes.find((size) => size === stored) ?? '';
  } catch {
    return '';
  }
}

/** Sets the size of a page: the class that the stylesheet uses. */
export function setSize(page: HTMLElement, size: Size): void {
  for (const name of sizes) if (name !== '') page.classList.toggle(name, name === size);
}

/** Makes the button switch to the next size, and update its label. */
export function initFontSize(button: HTMLElement, page: HTMLElement, storage: () => Storage): void {
  const label = button.querySelector('span');
  let size = chosenSize(storage);
  const show = () => {
    setSize(page, size);
    if (label) label.textContent = labels[size];
  };
  button.addEventListener('click', () => {
    size = sizes[(sizes.indexOf(size) + 1) % sizes.length] ?? '';
    show();
    try {
      storage().setItem(KEY, size);
    } catch {
      // Storage is refused: the size holds for this page.
    }
  });
  show();
}
