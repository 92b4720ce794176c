/** @jsxImportSource preact */
/** Where two people changed the same: both are shown, and one is chosen. All else of both is kept. */
import { useState } from 'preact/hooks';
import { Dialog } from './dialog.tsx';
import type { DocumentSession, SessionView } from './session-view.ts';
import { type Choice, isAboutBody, settled } from './settle-conflicts.ts';
import type { CollectionForm, Conflict } from './wire.ts';

interface Props {
  form: CollectionForm;
  view: SessionView;
  session: DocumentSession;
}

export function ConflictDialog({ form, view, session }: Props) {
  const { theirs, conflicts } = view.conflicts ?? { theirs: view.base, conflicts: [] };
  const [choices, setChoices] = useState<Readonly<Record<number, Choice>>>({});
  const settle = () => session.settle(settled(view, conflicts, choices));
  const isComplete = conflicts.every((_, index) => choices[index] !== undefined);
  return (
    <Dialog title="有人也改了同一处">
      <p>别的地方两个人改的都留着。下面这{conflicts.length > 1 ? '几' : '一'}处，请选留哪一个。</p>
      {conflicts.map((conflict, index) => (
        <fieldset key={conflict.path.join('/')} class="conflict">
          <legend>{labelOf(form, conflict)}</legend>
          {(['ours', 'theirs'] as const).map((choice) => (
            <label key={choice}>
              <input
                type="radio"
                name={`conflict-${index}`}
                checked={choices[index] === choice}
                onChange={() => setChoices({ ...choices, [index]: choice })}
              />{' '}
              <b>{choice === 'ours' ? '我写的' : '他写的'}</b>
              <span class="value">{valueText(conflict[choice])}</span>
            </label>
          ))}
        </fieldset>
      ))}
      <p class="soft">{theirs.title}</p>
      <button type="button" class="button main" disabled={!isComplete} onClick={settle}>
        就这样，存好
      </button>
    </Dialog>
  );
}

function labelOf(form: CollectionForm, conflict: Conflict): string {
  if (isAboutBody(conflict)) return '正文';
  const field = form.fields.find(({ name }) => name === conflict.path[0]);
  const place = conflict.path.slice(1).find((part) => typeof part === 'number');
  return `${field?.label ?? String(conflict.path[0])}${place === undefined ? '' : `，第 ${Number(place) + 1} 项`}`;
}

function valueText(value: unknown): string {
  if (value === undefined || value === '') return '（没有写）';
  if (Array.isArray(value)) return value.map(valueText).join('；');
  if (typeof value === 'object' && value !== null) return Object.values(value).map(valueText).join('，');
  return String(value);
}
