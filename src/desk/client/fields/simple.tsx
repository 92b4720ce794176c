/** @jsxImportSource preact */
/** Controls for one short value. */
import { useContext, useEffect, useRef } from 'preact/hooks';
import { type ControlProps, emptied, FormContext, lengthOf } from './context.ts';

/** The attributes that tie a control to its help and findings. */
export function ariaOf({ id, describedBy, isInvalid, field }: ControlProps) {
  return {
    id,
    'aria-describedby': describedBy || undefined,
    'aria-invalid': isInvalid ? ('true' as const) : undefined,
    'aria-required': field.required ? ('true' as const) : undefined,
  };
}

interface TextProps extends ControlProps {
  maxLength?: number;
  isMultiline?: boolean;
  inputMode?: 'text' | 'tel';
}

export function TextControl({ maxLength, isMultiline = false, inputMode = 'text', ...props }: TextProps) {
  const { set } = useContext(FormContext);
  const { field, path } = props;
  const text = asText(props.value);
  const onInput = (value: string) => set(path, emptied(value.replace(/\n/g, ''), field.required));
  return (
    <>
      {isMultiline ? (
        <GrowingText {...ariaOf(props)} value={text} onInput={onInput} />
      ) : (
        <input
          {...ariaOf(props)}
          type="text"
          inputMode={inputMode}
          value={text}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {maxLength !== undefined && <Counter length={lengthOf(text)} maxLength={maxLength} />}
    </>
  );
}

interface GrowingProps extends ReturnType<typeof ariaOf> {
  value: string;
  onInput: (value: string) => void;
}

/** A text field as high as its text. */
function GrowingText({ value, onInput, ...aria }: GrowingProps) {
  const element = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const area = element.current;
    if (area === null) return;
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight + 2}px`;
  }, [value]);
  return (
    <textarea
      {...aria}
      ref={element}
      rows={1}
      value={value}
      onInput={(event) => onInput(event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.preventDefault();
      }}
    />
  );
}

/** Shown when the text nears its limit. */
export function Counter({ length, maxLength }: { length: number; maxLength: number }) {
  if (length < maxLength * 0.7) return null;
  return (
    <p class={`counter ${length > maxLength ? 'over' : ''}`}>
      {length > maxLength ? `多了 ${length - maxLength} 个字` : `还能写 ${maxLength - length} 个字`}
    </p>
  );
}

export function NumberControl({ min, ...props }: ControlProps & { min: number }) {
  const { set } = useContext(FormContext);
  const { field, path, value } = props;
  return (
    <input
      {...ariaOf(props)}
      type="number"
      min={min}
      step={1}
      value={asText(value)}
      onInput={(event) => set(path, emptied(event.currentTarget.value, field.required))}
    />
  );
}

export function YesNoControl(props: ControlProps) {
  const { set } = useContext(FormContext);
  const isYes = props.value === true || props.value === 'true';
  return (
    <input
      {...ariaOf(props)}
      type="checkbox"
      checked={isYes}
      onChange={(event) => set(props.path, event.currentTarget.checked ? 'true' : undefined)}
    />
  );
}

export function ChoiceControl({
  choices,
  ...props
}: ControlProps & { choices: Readonly<Record<string, string>> }) {
  const { set } = useContext(FormContext);
  const { field, path, value } = props;
  return (
    <select
      {...ariaOf(props)}
      value={asText(value)}
      onChange={(event) => set(path, emptied(event.currentTarget.value, field.required))}
    >
      <option value="">{field.required ? '请选一个' : '不写'}</option>
      {Object.entries(choices).map(([name, label]) => (
        <option key={name} value={name}>
          {label}
        </option>
      ))}
    </select>
  );
}

/** Several of a few; the file has them in the order of the schema. */
export function ChoicesControl({
  choices,
  ...props
}: ControlProps & { choices: Readonly<Record<string, string>> }) {
  const { set } = useContext(FormContext);
  const { field, path, value } = props;
  const chosen = Array.isArray(value) ? value.map(asText) : [];
  const toggle = (name: string) => {
    const wanted = Object.keys(choices).filter((each) => chosen.includes(each) !== (each === name));
    set(path, wanted.length === 0 && !field.required ? undefined : wanted);
  };
  return (
    <span class="choices">
      {Object.entries(choices).map(([name, label]) => (
        <label key={name}>
          <input type="checkbox" checked={chosen.includes(name)} onChange={() => toggle(name)} /> {label}
        </label>
      ))}
    </span>
  );
}

export function asText(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : '';
}
