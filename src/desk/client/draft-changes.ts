/** What a form sends to be saved, and how the answer is joined with what was typed since. */
import { applyFieldEdits, diffFields } from './field-edits.ts';
import type { Draft } from './session-view.ts';
import type { DocumentState, Edit, SavedState } from './wire.ts';

/** The body of a request about a draft: only what was changed. */
export interface Changes {
  edits: Edit[];
  body?: string;
  /** The body is written as it is, also where it shows the same as before. */
  isExact?: true;
}

export function changesOf(base: Pick<DocumentState, 'fields' | 'body'>, draft: Draft): Changes {
  const edits = diffFields(base.fields, draft.fields);
  if (draft.body === base.body) return { edits };
  return { edits, body: draft.body, ...(draft.isSource === true && { isExact: true as const }) };
}

export function hasChanges(base: Pick<DocumentState, 'fields' | 'body'>, draft: Draft): boolean {
  const { edits, body } = changesOf(base, draft);
  return edits.length > 0 || body !== undefined;
}

/**
 * The state to go on from after `sent` was saved: with nothing typed since, the saved document. Otherwise what was typed since is compared with
 * what was sent, so that the next save joins it with what others wrote.
 */
export function afterSave(
  base: DocumentState,
  sent: Draft,
  draft: Draft,
  { sent: sentState, ...saved }: SavedState,
): { base: DocumentState; draft: Draft } {
  if (draft !== sent) return { base: { ...saved, ...sentState }, draft };
  if (sentState !== undefined) return { base: saved, draft: { fields: saved.fields, body: saved.body } };
  // A form keeps what the file cannot hold, such as a row that is still empty.
  const fields = applyFieldEdits(saved.fields, diffFields(base.fields, sent.fields));
  return { base: saved, draft: { fields, body: saved.body } };
}
