/** @jsxImportSource preact */
/** A choice among documents or records, found by name or pinyin. */
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Control } from '../wire.ts';
import { type ControlProps, FormContext } from './context.ts';
import { ListRow, moved } from './list-row.tsx';
import { findRecordTitle, RecordSearch } from './record-search.tsx';
import { ariaOf, asText } from './simple.tsx';

type Props = ControlProps & { control: Extract<Control, { kind: 'reference' }> };

export function ReferenceControl({ control, ...props }: Props) {
  const { set } = useContext(FormContext);
  const { field, path, value } = props;
  const ids = control.many
    ? (Array.isArray(value) ? value : []).map(asText)
    : [asText(value)].filter(Boolean);
  const change = (list: readonly string[]) => {
    if (!control.many) set(path, list.at(-1) ?? (field.required ? '' : undefined));
    else set(path, list.length === 0 && !field.required ? undefined : list);
  };
  const canAdd = control.many ? control.max === undefined || ids.length < control.max : ids.length === 0;
  const remove = (at: number) => change(ids.filter((_, each) => each !== at));
  return (
    <div class="reference">
      {control.many && ids.length > 0 && (
        <ol class="list">
          {ids.map((id, index) => (
            <ListRow
              key={id}
              index={index}
              count={ids.length}
              name={`第 ${index + 1} 个`}
              move={(from, to) => change(moved(ids, from, to))}
              remove={remove}
            >
              <RecordName collections={control.collections} id={id} />
            </ListRow>
          ))}
        </ol>
      )}
      {!control.many && ids[0] !== undefined && (
        <p class="chosen">
          <RecordName collections={control.collections} id={ids[0]} />
          <button
            type="button"
            class="button small"
            aria-label={`换一个${field.label}`}
            onClick={() => remove(0)}
          >
            换一个
          </button>
        </p>
      )}
      {canAdd && (
        <RecordSearch
          aria={ariaOf(props)}
          collections={control.collections}
          placeholder={control.many ? '再加一个：写名字或拼音' : '写名字或拼音'}
          onChoose={({ id }) => {
            if (!ids.includes(id)) change([...ids, id]);
          }}
        />
      )}
    </div>
  );
}

/** The name of a document or record; its id until it is known. */
export function RecordName({ collections, id }: { collections: readonly string[]; id: string }) {
  const [title, setTitle] = useState<string>();
  useEffect(() => {
    let isGone = false;
    findRecordTitle(collections, id).then(
      (found) => {
        if (!isGone) setTitle(found);
      },
      () => undefined,
    );
    return () => {
      isGone = true;
    };
  }, [id]);
  return <span class="record">{title ?? id}</span>;
}
