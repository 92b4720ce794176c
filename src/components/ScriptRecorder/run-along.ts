/** The script runs along while somebody reads it out. */

/** As the loudspeaker script counts them: CHARACTERS_A_MINUTE of broadcast.ts, which would bring all of its code along. */
const CHARACTERS_A_MINUTE = 160;
const MS_A_MINUTE = 60_000;

/**
 * Marks each line of `box` for as long as it takes to read it, then the next, while `isRunning`; none if it is not. Only the box scrolls: the
 * button that ends it stays where it is.
 */
export function runAlong(box: HTMLElement, isRunning: () => boolean, at = 0): void {
  const lines = Array.from(box.children);
  for (const line of lines) line.removeAttribute('aria-current');
  const line = lines[at];
  if (line === undefined || !isRunning()) return;
  line.setAttribute('aria-current', 'true');
  const lineTop = line.getBoundingClientRect().top - box.getBoundingClientRect().top;
  box.scrollTop += lineTop - (box.clientHeight - line.clientHeight) / 2;
  const length = (line.textContent || '').length;
  setTimeout(
    () => {
      if (isRunning()) runAlong(box, isRunning, at + 1);
    },
    (length / CHARACTERS_A_MINUTE) * MS_A_MINUTE,
  );
}

/** Puts the sentences into the box, a paragraph each. */
export function fillScript(box: Element, sentences: readonly string[]): void {
  box.textContent = '';
  for (const sentence of sentences) {
    const paragraph = document.createElement('p');
    paragraph.textContent = sentence;
    box.append(paragraph);
  }
}
