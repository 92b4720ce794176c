/** The fields for a last day and for the days of an event; a doubtful date becomes a note for the editor. */
import { isDate } from '../../schema/formats.ts';
import type { Prefilled } from '../../schema/starting-file.ts';
import { linesInContext } from './context.ts';
import { deadlinesIn } from './deadlines.ts';
import { eventIn } from './events.ts';
import { sentences } from './sentences.ts';

/** A deadline as the field `name`; an uncertain date becomes a note. */
export function deadlineField(
  name: string,
  lines: readonly string[],
  notes: string[],
  documentDay: string | undefined,
): Record<string, Prefilled> {
  const [found] = deadlinesIn(sentences(linesInContext(lines)), documentDay);
  if (found === undefined) return {};
  const { sentence, day, isCompleted = false } = found;
  if (day !== undefined) {
    if (name === 'deadline' && !isDate(day)) return {};
    const year = isCompleted ? '，年份是照落款的日子补上的' : '';
    const certainty = isCompleted ? 'position' : isDate(day) ? 'stated' : 'sentence';
    return { [name]: { value: day, from: `“${sentence}”${year}`, certainty } };
  }
  notes.push(`截止的日子在原文里不全，没有填 ${name}，请自己看：“${sentence}”`);
  return {};
}

/** Start and end of a notice's event; an ambiguous date becomes a note and no field. */
export function eventFields(lines: readonly string[], notes: string[]): Record<string, Prefilled> {
  const { event, doubtful } = eventIn(sentences(lines));
  if (event === undefined) {
    if (doubtful !== undefined) {
      notes.push(`拿不准哪天开始，没有填 starts。原文里有日子的话：“${doubtful}”`);
    }
    return {};
  }
  const source = { from: `“${event.sentence}”`, certainty: 'sentence' } as const;
  return {
    starts: { value: event.starts, ...source },
    ...(event.ends !== undefined && { ends: { value: event.ends, ...source } }),
  };
}
