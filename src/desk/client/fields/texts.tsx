/** @jsxImportSource preact */
/** A list of short texts, one a row. */
import { useContext } from 'preact/hooks';
import type { Control } from '../wire.ts';
import { type ControlProps, FormContext, idOf, lengthOf } from './context.ts';
import { ListRow, moved } from './list-row.tsx';
import { asText, Counter } from './simple.tsx';

type Props = ControlProps & { control: Extract<Control, { kind: 'texts' }> };

export function TextsControl({ field, path, value, control }: Props) {
  const { set } = useContext(FormContext);
  const items = (Array.isArray(value) ? value : []).map(asText);
  const rowId = (index: number) => idOf([...path, index]);
  const change = (list: readonly string[]) =>
    set(path, list.length === 0 && !field.required ? undefined : list);
  const add = (at: number, texts: readonly string[] = ['']) => {
    change([...items.slice(0, at), ...texts, ...items.slice(at)]);
    setTimeout(() => document.getElementById(rowId(at + texts.length - 1))?.focus());
  };
  const isFull = control.max !== undefined && items.length >= control.max;
  return (
    <>
      <ol class="list">
        {items.map((text, index) => (
          <ListRow
            key={index}
            index={index}
            count={items.length}
            name={`第 ${index + 1} 条`}
            move={(from, to) => {
              change(moved(items, from, to));
              setTimeout(() => document.getElementById(rowId(to))?.focus());
            }}
            remove={(at) => change(items.filter((_, each) => each !== at))}
          >
            <input
              id={rowId(index)}
              type="text"
              aria-label={`${field.label}，第 ${index + 1} 条`}
              value={text}
              onInput={(event) => set([...path, index], event.currentTarget.value)}
              onKeyDown={(event) => {
                if (event.key !== 'Enter' || event.isComposing || isFull) return;
                event.preventDefault();
                add(index + 1);
              }}
              onPaste={(event) => {
                const lines = (event.clipboardData?.getData('text/plain') ?? '')
                  .split(/\r?\n/)
                  .filter(Boolean);
                if (lines.length < 2) return;
                event.preventDefault();
                add(
                  index + 1,
                  lines.map((line) => line.replace(/^\s*(?:[-•·]|\d+[.、])\s*/, '').trim()),
                );
              }}
            />
            <Counter length={lengthOf(text)} maxLength={control.maxLength} />
          </ListRow>
        ))}
      </ol>
      {!isFull && (
        <button type="button" class="button small" onClick={() => add(items.length)}>
          加一条
        </button>
      )}
    </>
  );
}
