/** @jsxImportSource preact */
/** What the base says of a field of which the document says something else, with the way back to it. */
import type { ComponentChildren } from 'preact';
import { useContext } from 'preact/hooks';
import type { FormField } from '../wire.ts';
import { FormContext } from './context.ts';
import { RecordName } from './reference.tsx';
import { asText } from './simple.tsx';

interface Props {
  field: FormField;
  /** The value of the base; undefined where it says nothing. */
  value: unknown;
}

export function BaseWords({ field, value }: Props) {
  const { set } = useContext(FormContext);
  const isAbsent = value === undefined || value === '';
  return (
    <div class="base-words">
      <div>
        <b>上级写的是：</b>
        {isAbsent ? '没有写' : <Words field={field} value={value} />}
      </div>
      <button
        type="button"
        class="button small"
        aria-label={`${field.label}照上级的`}
        onClick={() => set([field.name], value)}
      >
        照上级的
      </button>
    </div>
  );
}

/** A value in words, as far as it has any. */
export function Words({ field, value }: Props): ComponentChildren {
  const { control } = field;
  if (Array.isArray(value) && control.kind === 'groups')
    return (
      <ol>
        {value.map((item: Record<string, unknown>, at) => (
          <li key={at}>
            <Parts fields={control.fields} values={item} />
          </li>
        ))}
      </ol>
    );
  if (control.kind === 'group')
    return <Parts fields={control.fields} values={(value ?? {}) as Record<string, unknown>} />;
  if (control.kind === 'reference') {
    const ids = (Array.isArray(value) ? value : [value]).map(asText);
    return inARow(ids.map((id) => <RecordName key={id} collections={control.collections} id={id} />));
  }
  if (control.kind === 'choice' || control.kind === 'choices') {
    const names = (Array.isArray(value) ? value : [value]).map(asText);
    return names.map((name) => control.choices[name] ?? name).join('、');
  }
  if (control.kind === 'yes-no') return asText(value) === 'true' ? '是' : '不是';
  if (Array.isArray(value)) return value.length === 0 ? '一样也没有' : value.map(asText).join('；');
  return asText(value);
}

function Parts({ fields, values }: { fields: readonly FormField[]; values: Record<string, unknown> }) {
  const written = fields.filter(({ name }) => values[name] !== undefined && values[name] !== '');
  return (
    <>
      {written.map((field, at) => (
        <span key={field.name}>
          {at > 0 && '；'}
          {field.label}：<Words field={field} value={values[field.name]} />
        </span>
      ))}
    </>
  );
}

const inARow = (parts: readonly ComponentChildren[]) =>
  parts.map((part, at) => (at === 0 ? part : ['、', part]));
