/** @jsxImportSource preact */
/** How much is left to do in a form, with the way to the first of it. */
import { countFindings } from './findings.ts';
import type { SessionView } from './session-view.ts';

export function Summary({ view }: { view: SessionView }) {
  const { errors, hints } = countFindings(view.findings);
  if (errors + hints === 0) return <p class="summary good">✓ 该写的都写了，可以发布。</p>;
  const parts = [errors > 0 && `还有 ${errors} 处要改，改好才能发布`, hints > 0 && `${hints} 处请看一看`];
  const first = view.findings.find(
    ({ path, severity }) => path !== undefined && (errors === 0 || severity === 'error'),
  );
  return (
    <p class={`summary ${errors > 0 ? 'error' : 'warning'}`}>
      {parts.filter(Boolean).join('；')}。{' '}
      {first?.path !== undefined && (
        <button type="button" class="link" onClick={() => focusField(first.path ?? [])}>
          去第一处
        </button>
      )}
    </p>
  );
}

/** Brings the control of a field, or of the nearest group around it, into view. */
function focusField(path: readonly (string | number)[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const element = document.getElementById(`field-${path.slice(0, length).join('-')}`);
    if (element === null) continue;
    const control = element.matches('fieldset')
      ? element.querySelector<HTMLElement>('input,textarea,button')
      : element;
    element.scrollIntoView({ block: 'center' });
    return control?.focus();
  }
}
