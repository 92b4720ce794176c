/** Renders the state and the choices of the offline page. */
import { type PageAction, type PageState, viewOf } from './state.ts';

/** Shows a state in `container`; a tap on a choice calls `act`. */
export function show(container: HTMLElement, state: PageState, act: (action: PageAction) => void): void {
  const { message, percent, choices } = viewOf(state);
  const [status, bar, list] = ['[data-said]', 'progress', '[data-choices]'].map((part) =>
    container.querySelector(part),
  );
  container.dataset.state = state.kind;
  // Silent while saving: a screen reader would read every percentage.
  status?.setAttribute('aria-live', state.kind === 'saving' ? 'off' : 'polite');
  if (status && status.textContent !== message) status.textContent = message;
  if (bar instanceof HTMLProgressElement) {
    bar.hidden = percent === undefined;
    bar.value = percent ?? 0;
  }
  if (!list) return;
  list.textContent = '';
  for (const { label, action, isMain } of choices) {
    const item = document.createElement('li');
    const button = document.createElement('button');
    button.type = 'button';
    button.className = isMain ? 'button button-main w-full' : 'button w-full';
    button.textContent = label;
    button.addEventListener('click', () => act(action));
    item.append(button);
    list.append(item);
  }
}
