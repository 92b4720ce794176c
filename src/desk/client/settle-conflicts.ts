/** What is kept where two people changed the same field. */
import { applyFieldEdits, diffFields, withValue } from './field-edits.ts';
import type { SessionView } from './session-view.ts';
import type { Conflict, Fields } from './wire.ts';

export type Choice = 'ours' | 'theirs';

export const isAboutBody = ({ path }: Conflict) => path.length === 0 || path[0] === 'body';

/** Their document with our edits, except where theirs was chosen. */
export function settled(
  { base, fields, body, conflicts }: Pick<SessionView, 'base' | 'fields' | 'body' | 'conflicts'>,
  list: readonly Conflict[],
  choices: Readonly<Record<number, Choice>>,
): { fields: Fields; body: string } {
  const theirs = conflicts?.theirs ?? base;
  const isTheirs = (test: (conflict: Conflict) => boolean) =>
    list.some((conflict, index) => choices[index] === 'theirs' && test(conflict));
  const edits = diffFields(base.fields, fields).filter(
    ({ path }) => !list.some((conflict) => !isAboutBody(conflict) && overlaps(path, conflict.path)),
  );
  let joined: unknown = applyFieldEdits(theirs.fields, edits);
  list.forEach((conflict, index) => {
    if (!isAboutBody(conflict) && choices[index] === 'ours')
      joined = withValue(joined, conflict.path, conflict.ours);
  });
  const isOurBody = body !== base.body && !isTheirs(isAboutBody);
  return { fields: joined as Fields, body: isOurBody ? body : theirs.body };
}

function overlaps(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.slice(0, b.length).every((name, index) => String(name) === String(b[index]));
}
