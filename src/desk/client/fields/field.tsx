/** @jsxImportSource preact */
/** One field of the form: its label, help, control and findings. */
import { useContext, useState } from 'preact/hooks';
import { isSame } from '../field-edits.ts';
import { FindingList } from '../finding-list.tsx';
import { findingsAt } from '../findings.ts';
import type { FieldPath, FormField } from '../wire.ts';
import { BaseWords } from './base-words.tsx';
import { type ControlProps, FormContext, idOf } from './context.ts';
import { DateControl, DateOrWordsControl } from './date.tsx';
import { FileControl } from './file.tsx';
import { GroupsControl } from './groups.tsx';
import { ReferenceControl } from './reference.tsx';
import { ChoiceControl, ChoicesControl, NumberControl, TextControl, YesNoControl } from './simple.tsx';
import { TextsControl } from './texts.tsx';

interface Props {
  field: FormField;
  path: FieldPath;
  value: unknown;
}

export function Field({ field, path, value }: Props) {
  const { findings, fix, inBase } = useContext(FormContext);
  const { kind } = field.control;
  const id = idOf(path);
  const hasParts = kind === 'group' || kind === 'groups';
  const own = findingsAt(findings, path, !hasParts);
  const isInvalid = own.some(({ severity }) => severity === 'error');
  const isFieldset = hasParts || kind === 'texts' || kind === 'choices';
  const describedBy = [helpInForm(field.help) && `${id}-help`, own.length > 0 && `${id}-findings`]
    .filter(Boolean)
    .join(' ');
  const control = <ControlFor {...{ id, field, path, value, describedBy, isInvalid }} />;
  const label = (
    <>
      {field.label}
      {!field.required && <span class="soft">（可以不写）</span>}
    </>
  );
  const words = helpInForm(field.help);
  const help = words !== '' && (
    <p class="help" id={`${id}-help`}>
      {words}
      <Example value={field.example} />
    </p>
  );
  const list = <FindingList id={`${id}-findings`} findings={own} field={field} onFix={fix} />;
  const inItsBase = inBase !== undefined && path.length === 1 && !isSame(value, inBase[field.name]) && (
    <BaseWords field={field} value={inBase[field.name]} />
  );
  if (isFieldset)
    return (
      <fieldset
        class={`field ${isInvalid ? 'invalid' : ''}`}
        id={id}
        aria-describedby={describedBy || undefined}
      >
        <legend>{label}</legend>
        {help}
        {control}
        {inItsBase}
        {list}
      </fieldset>
    );
  return (
    <div class={`field ${isInvalid ? 'invalid' : ''}`}>
      <label for={id}>{label}</label>
      {help}
      {control}
      {inItsBase}
      {list}
    </div>
  );
}

/** The help without the sentences on how the field is written in a file: the control does that. */
export function helpInForm(help: string): string {
  const sentences = help.match(/[^。]+。?/g) ?? [];
  return sentences
    .filter((sentence) => !/文件夹|文件名|这一行|\bid\b|\[\]|\.mdx|unknown/.test(sentence))
    .join('')
    .replace(/写 ?true ?/, '勾上');
}

function Example({ value }: { value: unknown }) {
  const text = Array.isArray(value) ? value[0] : value;
  if ((typeof text !== 'string' && typeof text !== 'number') || /^[\w./-]+$/.test(String(text))) return null;
  return <span class="example"> 例如：{String(text)}</span>;
}

function ControlFor(props: ControlProps) {
  const { control } = props.field;
  switch (control.kind) {
    case 'texts':
      return <TextsControl {...props} control={control} />;
    case 'group':
      return <GroupControl {...props} fields={control.fields} />;
    case 'groups':
      return <GroupsControl {...props} control={control} renderField={(field) => <Field {...field} />} />;
    case 'date':
      return <DateControl {...props} hasTime={control.time === true} />;
    case 'date-or-words':
      return <DateOrWordsControl {...props} maxLength={control.maxLength} />;
    case 'choice':
      return <ChoiceControl {...props} choices={control.choices} />;
    case 'choices':
      return <ChoicesControl {...props} choices={control.choices} />;
    case 'reference':
      return <ReferenceControl {...props} control={control} />;
    case 'number':
      return <NumberControl {...props} min={control.min} />;
    case 'yes-no':
      return <YesNoControl {...props} />;
    case 'file':
      return <FileControl {...props} accept={control.accept} />;
    case 'text':
      return (
        <TextControl {...props} maxLength={control.maxLength} isMultiline={control.multiline === true} />
      );
    default:
      return <TextControl {...props} inputMode={control.kind === 'phone' ? 'tel' : 'text'} />;
  }
}

/** The fields of a group; an absent one is added first. */
function GroupControl({ field, path, value, fields }: ControlProps & { fields: readonly FormField[] }) {
  const { set } = useContext(FormContext);
  const [isOpen, setOpen] = useState(value !== undefined || field.required);
  if (!isOpen && value === undefined)
    return (
      <button type="button" class="button small" onClick={() => setOpen(true)}>
        写{field.label}
      </button>
    );
  const group = (value ?? {}) as Record<string, unknown>;
  return (
    <div class="group">
      {fields.map((part) => (
        <Field key={part.name} field={part} path={[...path, part.name]} value={group[part.name]} />
      ))}
      {!field.required && (
        <button
          type="button"
          class="button small"
          onClick={() => {
            setOpen(false);
            set(path, undefined);
          }}
        >
          不写{field.label}
        </button>
      )}
    </div>
  );
}
