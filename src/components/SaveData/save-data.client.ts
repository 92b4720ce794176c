/**
 * Whether photographs wait for a tap: as chosen on this phone, otherwise by the browser's setting. The class on the page prevents
 * their layout, and a lazy image without layout is not loaded: nothing has to be stopped in time.
 */

const KEY = 'mingbai:photographs';
const CLASS = 'saves-data';

/** The button's labels: each offers the other mode. */
const labels = { saving: '照片都直接看', showing: '省流量：照片点了才看' } as const;

/** The part of `navigator` with its owner's setting. */
export interface Connected {
  connection?: { saveData?: boolean };
}

/** Whether this phone omits photographs. */
export function savesData(storage: () => Storage, { connection }: Connected): boolean {
  try {
    const chosen = storage().getItem(KEY);
    if (chosen !== null) return chosen === 'tap';
  } catch {
    // Storage is refused: the browser's own setting holds.
  }
  return connection?.saveData === true;
}

/** Omits the photographs of a page, or shows them. */
export function setSaving(page: HTMLElement, saves: boolean): void {
  page.classList.toggle(CLASS, saves);
}

/** Whether the page omits them. */
export function isSaving(page: HTMLElement): boolean {
  return page.classList.contains(CLASS);
}

/** Makes the button switch between the modes; `onChange` is called after each switch. */
export function initDataSaver(
  button: HTMLElement,
  page: HTMLElement,
  { storage, onChange }: { storage: () => Storage; onChange: () => void },
): void {
  const label = button.querySelector('span');
  const show = () => {
    if (label) label.textContent = isSaving(page) ? labels.saving : labels.showing;
  };
  button.addEventListener('click', () => {
    setSaving(page, !isSaving(page));
    show();
    onChange();
    try {
      storage().setItem(KEY, isSaving(page) ? 'tap' : 'show');
    } catch {
      // Storage is refused: the choice holds for this page.
    }
  });
  show();
}
