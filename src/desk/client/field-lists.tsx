/** @jsxImportSource preact */
/** The fields of a form: those that an editor fills in, and those that are hardly ever needed. */
import { Field } from './fields/field.tsx';
import { findingsAt } from './findings.ts';
import type { SessionView } from './session-view.ts';
import type { FormField } from './wire.ts';

interface FieldListProps {
  fields: readonly FormField[];
  view: SessionView;
}

export function FieldList({ fields, view }: FieldListProps) {
  return (
    <>
      {fields.map((field) => (
        <Field key={field.name} field={field} path={[field.name]} value={view.fields[field.name]} />
      ))}
    </>
  );
}

export function RareFields({ fields, view }: FieldListProps) {
  if (fields.length === 0) return null;
  const isFound = fields.some(({ name }) => findingsAt(view.findings, [name], true).length > 0);
  return (
    <details class="rare" open={isFound}>
      <summary>很少用到的</summary>
      <FieldList fields={fields} view={view} />
    </details>
  );
}
