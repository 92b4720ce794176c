/** What every control of a form is given. */
import { createContext } from 'preact';
import type { FieldPath, Fields, Finding, FormField } from '../wire.ts';

export interface FormContextValue {
  findings: readonly Finding[];
  set: (path: FieldPath, value: unknown) => void;
  fix: (finding: Finding) => void;
  /** Notes that a person has looked at what the base changed. */
  seen: () => void;
  /** What the base says, where it has the document too. */
  inBase?: Fields | undefined;
}

export const FormContext = createContext<FormContextValue>({
  findings: [],
  set: () => undefined,
  fix: () => undefined,
  seen: () => undefined,
});

export interface ControlProps {
  id: string;
  field: FormField;
  path: FieldPath;
  value: unknown;
  /** The ids of the help and the findings, for `aria-describedby`. */
  describedBy: string;
  isInvalid: boolean;
}

export const idOf = (path: FieldPath): string => `field-${path.join('-')}`;

/** A field that is emptied is removed from the file if it may be absent. */
export const emptied = (value: string, required: boolean): string | undefined =>
  value === '' && !required ? undefined : value;

/** Characters as readers count them. */
export const lengthOf = (text: string): number => Array.from(text).length;
