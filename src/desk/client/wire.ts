/** The shapes of the desk's JSON, as its server answers. */
import { documentCollections } from '../../schema/collection-name.ts';
import type { CollectionForm } from '../form.ts';

export type {
  HistoryEntry,
  PublishAnswer,
  SheetChoice,
  SheetKind,
  SheetOffer,
  WorkbookOffer,
} from '../contract.ts';

/** A document or record by its collection and the name of its file. */
export interface DocumentKey {
  collection: string;
  slug: string;
}

export interface DocumentRow extends DocumentKey {
  title: string;
  /** `inherited`: it comes from a base as it is, and is only read. */
  state: 'published' | 'changed' | 'draft' | 'new' | 'inherited';
  /** How the own file stands to that of the base. */
  inherits?: 'rest' | 'none';
  /** Whether the base has changed what it changes too, since a person looked. */
  isBaseChanged?: boolean;
  /** The base of an inherited one. */
  from?: string;
  /** The day on which it is published, if that is to come. */
  heldUntil?: string;
  file: string;
  /** ISO 8601. */
  updated: string;
}

/** Whether the entries of a collection have pages of their own. */
export const isDocument = ({ collection }: Pick<CollectionForm, 'collection'>): boolean =>
  (documentCollections as readonly string[]).includes(collection);

export type FieldPath = readonly (string | number)[];

export type { CollectionForm, Control, FormField } from '../form.ts';

/** A finding of `check`; without a path it is about the body. */
export interface Finding {
  severity: 'error' | 'warning';
  rule: string;
  message: string;
  line: number;
  path?: FieldPath;
  /** Whether the desk can put it right. */
  fix?: true;
}

export type Fields = Readonly<Record<string, unknown>>;

/** A change of one value; without a value, its removal. */
export interface Edit {
  path: FieldPath;
  value?: unknown;
}

export interface DocumentState {
  revision: string;
  text: string;
  fields: Fields;
  body: string;
  findings: Finding[];
  file?: string;
  title?: string;
  state?: DocumentRow['state'];
  inherits?: DocumentRow['inherits'];
  /** The base that has it too, and what it says. */
  from?: string;
  inBase?: Pick<DocumentState, 'fields' | 'body'>;
}

/** The answer to a save. */
export interface SavedState extends DocumentState {
  /** What was sent, if it was joined with what others had saved. */
  sent?: Pick<DocumentState, 'revision' | 'text' | 'fields' | 'body'>;
}

export interface Conflict {
  path: FieldPath;
  base: unknown;
  ours: unknown;
  theirs: unknown;
}

export interface PreviewAnswer {
  id: string;
  page?: string;
  looks?: { large: string; dark: string };
  card?: string;
  poster?: string;
  message?: string;
  broadcast?: string;
  findings: Finding[];
}

export interface FoundRecord {
  id: string;
  title: string;
}
