/**
 * Whether photographs wait until they are asked for: as was chosen on this phone, else as its browser says. The class on the
 * page keeps them from being laid out, and what is lazy and has no place is not fetched: nothing has to be stopped in time.
 */

const KEY = 'mingbai:photographs';
const CLASS = 'saves-data';

/** What the button offers: the other way. */
const labels = { saving: '照片都直接看', showing: '省流量：照片点了才看' } as const;

/** The part of `navigator` that says what its owner has set. */
export interface Connected {
  connection?: { saveData?: boolean };
}

/** Whether this phone leaves photographs out. */
export function savesData(storage: () => Storage, { connection }: Connected): boolean {
  try {
    const chosen = storage().getItem(KEY);
    if (chosen !== null) return chosen === 'tap';
  } catch {
    // Storage is refused: the browser's own setting holds.
  }
  return connection?.saveData === true;
}

/** Leaves the photographs of a page out, or lets them in. */
export function setSaving(page: HTMLElement, saves: boolean): void {
  page.classList.toggle(CLASS, saves);
}

/** Whether the page leaves them out. */
export function isSaving(page: HTMLElement): boolean {
  return page.classList.contains(CLASS);
}

/** Makes the button change between both ways; `onChange` hears of each. */
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
