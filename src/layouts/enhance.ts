/** Adds to every element that matches; a failure is told to developers and otherwise passed over. */
export function enhance<E extends Element>(selector: string, add: (element: E) => void): void {
  for (const element of document.querySelectorAll<E>(selector)) {
    try {
      add(element);
    } catch (error) {
      console.warn(`Mingbai: ${selector}`, error);
    }
  }
}
