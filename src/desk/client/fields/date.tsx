/** @jsxImportSource preact */
/** A day, a day with a time, or a day that may be words. */
import { useContext, useState } from 'preact/hooks';
import { type ControlProps, emptied, FormContext } from './context.ts';
import { ariaOf, asText, TextControl } from './simple.tsx';

const DAY = /^\d{4}-\d{2}-\d{2}/;

export function DateControl({ hasTime, ...props }: ControlProps & { hasTime: boolean }) {
  const { set } = useContext(FormContext);
  const { field, path } = props;
  const text = asText(props.value);
  const [day = '', time = ''] = text.split(/[ T]/);
  // A value that no calendar knows is shown as it is, to be put right.
  if (text !== '' && !DAY.test(text)) return <TextControl {...props} />;
  const change = (newDay: string, newTime: string) =>
    set(path, emptied(newDay !== '' && newTime !== '' ? `${newDay} ${newTime}` : newDay, field.required));
  return (
    <span class="dates">
      <input
        {...ariaOf(props)}
        type="date"
        value={day}
        onInput={(event) => change(event.currentTarget.value, time)}
      />
      {hasTime && (
        <input
          type="time"
          aria-label={`${field.label}：几点（可以不写）`}
          value={time}
          disabled={day === ''}
          onInput={(event) => change(day, event.currentTarget.value)}
        />
      )}
    </span>
  );
}

export function DateOrWordsControl({ maxLength, ...props }: ControlProps & { maxLength: number }) {
  const { set } = useContext(FormContext);
  const text = asText(props.value);
  const [isDay, setDay] = useState(DAY.test(text));
  const choose = (toDay: boolean) => {
    setDay(toDay);
    set(props.path, emptied('', props.field.required));
  };
  return (
    <div class="either">
      <span class="choices">
        <label>
          <input type="radio" name={`${props.id}-kind`} checked={isDay} onChange={() => choose(true)} />{' '}
          到某一天
        </label>
        <label>
          <input type="radio" name={`${props.id}-kind`} checked={!isDay} onChange={() => choose(false)} />{' '}
          写一句话
        </label>
      </span>
      {isDay ? <DateControl {...props} hasTime={false} /> : <TextControl {...props} maxLength={maxLength} />}
    </div>
  );
}
