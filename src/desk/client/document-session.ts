/**
 * One open document: what the editor has typed, saved at each pause, joined with what others saved, and previewed. Without the DOM
 * but for the copy of unsaved work, which survives a crash or a closed window.
 */
import { ApiError, get, post, put } from './api.ts';
import { afterSave, changesOf, hasChanges } from './draft-changes.ts';
import { openDraftHistory } from './draft-history.ts';
import { isSame, withValue } from './field-edits.ts';
import { openPreviews } from './previews.ts';
import type { DocumentSession, Draft, SessionView } from './session-view.ts';
import { dropCopy, keepCopy, readCopy } from './unsaved-copy.ts';
import type { Conflict, DocumentKey, DocumentState, Fields, SavedState } from './wire.ts';

/** A pause after which the text is saved. */
const SAVE_PAUSE_MS = 800;
const RETRY_MS = 4000;

/** Opens a document; rejects with ApiError. `onView` is called with each new state. */
export async function openSession(
  document: DocumentKey,
  onView: (view: SessionView) => void,
): Promise<DocumentSession> {
  const path = `documents/${document.collection}/${document.slug}`;
  const copyName = `desk:${document.collection}/${document.slug}`;
  const opened = await get<DocumentState>(path);
  const copy = readCopy(copyName);
  // A copy begins with the state that it was typed in: the server joins it with what was saved since.
  let base: DocumentState = { ...opened, ...copy?.base };
  let draft: Draft = { fields: base.fields, body: base.body };
  const history = openDraftHistory<Draft>();
  let view: SessionView = {
    base,
    ...draft,
    status: 'saved',
    findings: opened.findings,
    canUndo: false,
    canRedo: false,
  };
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let isClosed = false;

  const show = (part: Partial<SessionView>) => {
    const { canUndo, canRedo } = history;
    view = { ...view, ...part, base, ...draft, canUndo, canRedo };
    if (!isClosed) onView(view);
  };
  const requestOf = () => ({ ...document, revision: base.revision, ...changesOf(base, draft) });
  const previews = openPreviews(requestOf, show);
  const isUnsaved = () => hasChanges(base, draft);

  const change = (next: Draft, field: string) => {
    // Letters typed into one field are taken back together.
    history.note(draft, field);
    take(next);
  };
  const take = (next: Draft | undefined) => {
    if (next === undefined) return;
    draft = next;
    keepCopy(copyName, { base, draft });
    show({ status: view.status === 'conflict' ? 'conflict' : 'unsaved', failure: undefined });
    saveAfter(SAVE_PAUSE_MS);
    previews.changed();
  };
  const saveAfter = (pauseMs: number) => {
    clearTimeout(saveTimer);
    saveTimer = setTimeout(() => void save(), pauseMs);
  };

  const saveOnce = async (isLast: boolean, hasBase = false): Promise<void> => {
    clearTimeout(saveTimer);
    if (view.status === 'conflict') return;
    if (!isUnsaved()) return show({ status: 'saved', failure: undefined });
    const sent = draft;
    show({ status: 'saving' });
    try {
      const { revision, text } = base;
      const changes = { revision, ...changesOf(base, sent), ...(hasBase && { baseText: text }) };
      const saved = await put<SavedState>(path, changes, isLast);
      const wasAway = view.failure !== undefined;
      ({ base, draft } = afterSave(base, sent, draft, saved));
      const isDone = draft === sent || !isUnsaved();
      if (isDone) dropCopy(copyName);
      else keepCopy(copyName, { base, draft });
      show({ status: isDone ? 'saved' : 'unsaved', failure: undefined });
      if (wasAway || saved.sent !== undefined) previews.changed();
    } catch (error) {
      if (error instanceof ApiError && error.details.reload === true && !hasBase)
        return saveOnce(isLast, true);
      onSaveError(error as ApiError);
    }
  };
  const onSaveError = (error: ApiError) => {
    const { theirs, conflicts, retry } = error.details as {
      theirs?: DocumentState;
      conflicts?: Conflict[];
      retry?: boolean;
    };
    if (theirs !== undefined && conflicts !== undefined)
      return show({ status: 'conflict', failure: error.message, conflicts: { theirs, conflicts } });
    const isAway = error.isAway || retry === true;
    show({ status: isAway ? 'offline' : 'refused', failure: error.message });
    if (isAway) saveAfter(RETRY_MS);
  };
  const save = async (isLast = false) => {
    while (saving !== undefined) await saving;
    saving = saveOnce(isLast).finally(() => {
      saving = undefined;
    });
    await saving;
  };

  if (copy !== undefined) change(copy.draft, '');
  else show({});
  previews.now();

  const session: DocumentSession = {
    setValue(fieldPath, value) {
      const fields = withValue(draft.fields, fieldPath, value) as Fields;
      if (!isSame(fields, draft.fields)) change({ ...draft, fields }, fieldPath.join('/'));
    },
    setBody(body, isSource = false) {
      if (body !== draft.body) change({ ...draft, body, isSource }, 'body');
    },
    undo: () => take(history.undo(draft)),
    redo: () => take(history.redo(draft)),
    settle({ fields, body }) {
      if (view.conflicts !== undefined) base = view.conflicts.theirs;
      show({ conflicts: undefined, status: 'unsaved' });
      change({ fields, body }, '');
    },
    async fix(finding) {
      await save();
      await post(`${path}/fix`, { rule: finding.rule, revision: base.revision });
      await session.refresh();
    },
    async seen() {
      await save();
      await post(`${path}/seen`, {});
      await session.refresh();
      previews.now();
    },
    async refresh() {
      if (isUnsaved()) return;
      const state = await get<DocumentState>(path);
      // The words of a base may change below a file that stays as it is.
      const isSameText =
        state.revision === base.revision && isSame(state.fields, base.fields) && state.body === base.body;
      const isSameState =
        state.state === base.state &&
        isSame(state.findings, base.findings) &&
        isSame(state.inBase, base.inBase);
      if (isUnsaved() || (isSameText && isSameState)) return;
      base = state;
      if (isSameText) {
        // Published or sent back: the bar says so.
        show({});
        return previews.now();
      }
      draft = { fields: state.fields, body: state.body };
      show({ findings: state.findings });
      previews.now();
    },
    flush: save,
    close() {
      isClosed = true;
      previews.close();
      void save(true);
    },
  };
  return session;
}
