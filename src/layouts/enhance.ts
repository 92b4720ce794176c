/** Calls `add` for every element that matches; an error is logged for developers and otherwise ignored. */
export function enhance<E extends Element>(selector: string, add: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) {
    try {
      add(element);
    } catch (error) {
      console.warn(`Mingbai: ${selector}`, error);
    }
  }
}
