/** @jsxImportSource preact */
/** A list of groups, such as the steps of a policy. */
import type { ComponentChild } from 'preact';
import { useContext } from 'preact/hooks';
import type { Control, FieldPath, FormField } from '../wire.ts';
import { type ControlProps, FormContext, idOf } from './context.ts';
import { ListRow, moved } from './list-row.tsx';

type Props = ControlProps & {
  control: Extract<Control, { kind: 'groups' }>;
  /** Passed in, because fields contain groups and groups fields. */
  renderField: (props: { field: FormField; path: FieldPath; value: unknown }) => ComponentChild;
};

export function GroupsControl({ field, path, value, control, renderField }: Props) {
  const { set } = useContext(FormContext);
  const items = (Array.isArray(value) ? value : []) as Record<string, unknown>[];
  const change = (list: readonly unknown[]) =>
    set(path, list.length === 0 && !field.required ? undefined : list);
  const focusFirst = (index: number) => {
    const name = control.fields[0]?.name;
    if (name !== undefined) setTimeout(() => document.getElementById(idOf([...path, index, name]))?.focus());
  };
  const isFull = control.max !== undefined && items.length >= control.max;
  return (
    <>
      <ol class="list groups">
        {items.map((item, index) => (
          <ListRow
            key={index}
            index={index}
            count={items.length}
            name={`第 ${index + 1} 项`}
            move={(from, to) => {
              change(moved(items, from, to));
              focusFirst(to);
            }}
            remove={(at) => change(items.filter((_, each) => each !== at))}
          >
            <fieldset class="group">
              <legend>第 {index + 1} 项</legend>
              {control.fields.map((part) => (
                <div key={part.name}>
                  {renderField({ field: part, path: [...path, index, part.name], value: item?.[part.name] })}
                </div>
              ))}
            </fieldset>
          </ListRow>
        ))}
      </ol>
      {!isFull && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            change([...items, {}]);
            focusFirst(items.length);
          }}
        >
          加一项
        </button>
      )}
    </>
  );
}
