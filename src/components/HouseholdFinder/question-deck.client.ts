/**
 * The questions as elements: the one that is asked, and those that may be next. These are laid out already, without height and invisible,
 * also for screen readers and the tab key: on a slow phone it takes as long to lay out a question as to answer one.
 */
import { element } from './element.client.ts';

/** The class of what is laid out before it is shown: without height, and not there for screen readers and the tab key. */
export const WAITS = 'invisible max-h-0 overflow-hidden';

/** What shows one question of several in a place. */
export interface QuestionDeck {
  /** Makes a question with its key, if it does not wait yet. */
  prepare: (key: string) => void;
  /** Shows the question with a key in place of the one before; returns its first element. */
  show: (key: string) => HTMLElement;
  /** Removes what was shown before, which takes time that a tap does not have. */
  clear: () => void;
}

/** Returns the questions in `place`; `make` makes the one with a key. */
export function buildDeck(place: HTMLElement, make: (key: string) => HTMLElement): QuestionDeck {
  const waiting = new Map<string, HTMLElement>();
  let shown: HTMLElement | undefined;
  const prepare = (key: string): HTMLElement => {
    const card = waiting.get(key) ?? element('div', WAITS, make(key));
    waiting.set(key, card);
    if (!card.parentNode) place.append(card);
    return card;
  };
  const show = (key: string): HTMLElement => {
    if (shown) {
      shown.hidden = true;
      delete shown.dataset.question;
    }
    shown = prepare(key);
    waiting.delete(key);
    shown.className = '';
    shown.dataset.question = '';
    return shown.firstElementChild?.firstElementChild as HTMLElement;
  };
  const clear = () => {
    for (const old of place.querySelectorAll(':scope > [hidden]')) old.remove();
  };
  return { prepare, show, clear };
}
