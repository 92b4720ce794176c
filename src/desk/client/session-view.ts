/** One open document as its form shows it. Types only. */
import type {
  CollectionForm,
  Conflict,
  DocumentKey,
  DocumentState,
  FieldPath,
  Fields,
  Finding,
  PreviewAnswer,
} from './wire.ts';

/** What the editor has typed. */
export interface Draft {
  fields: Fields;
  body: string;
  /** Whether the body was typed as the text of the file, whose bytes are kept. */
  isSource?: boolean;
}

export interface SessionView extends Draft {
  base: DocumentState;
  status: 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';
  /** A sentence about the last failure. */
  failure?: string | undefined;
  findings: readonly Finding[];
  preview?: PreviewAnswer | undefined;
  conflicts?: { theirs: DocumentState; conflicts: readonly Conflict[] } | undefined;
  canUndo: boolean;
  canRedo: boolean;
}

export interface DocumentSession {
  setValue(path: FieldPath, value: unknown): void;
  /** `isSource`: the text of the file was edited, not its looks. */
  setBody(body: string, isSource?: boolean): void;
  undo(): void;
  redo(): void;
  /** Chooses what is kept of a conflict. */
  settle(draft: Pick<SessionView, 'fields' | 'body'>): void;
  /** Puts a finding right. */
  fix(finding: Finding): Promise<void>;
  /** Notes that a person has looked at what the base changed. */
  seen(): Promise<void>;
  /** Reads the document again unless there is unsaved work. */
  refresh(): Promise<void>;
  /** Saves now; `isLast` while the page closes. */
  flush(isLast?: boolean): Promise<void>;
  close(): void;
}

/** What the page of one open document is given. */
export interface OpenProps {
  form: CollectionForm;
  documentKey: DocumentKey;
  view: SessionView;
  session: DocumentSession;
}
