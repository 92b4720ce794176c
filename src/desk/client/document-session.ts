/**
 * One open document: what the editor has typed, saved at each pause, joined with what others saved, and previewed. Without the DOM
 * but for the copy of unsaved work, which survives a crash or a closed window.
 */
import { ApiError, get, post, put } from './api.ts';
import { applyFieldEdits, diffFields, isSame, withValue } from './field-edits.ts';
import { dropCopy, keepCopy, readCopy } from './unsaved-copy.ts';
import type {
  Conflict,
  DocumentKey,
  DocumentState,
  Edit,
  FieldPath,
  Fields,
  Finding,
  PreviewAnswer,
} from './wire.ts';

/** A pause after which the text is saved, and one after which the page is rendered. */
const SAVE_PAUSE_MS = 800;
const PREVIEW_PAUSE_MS = 120;
const RETRY_MS = 4000;

export interface SessionView {
  base: DocumentState;
  fields: Fields;
  body: string;
  status: 'saved' | 'unsaved' | 'saving' | 'offline' | 'refused' | 'conflict';
  /** A sentence about the last failure. */
  failure?: string | undefined;
  findings: readonly Finding[];
  preview?: PreviewAnswer | undefined;
  conflicts?: { theirs: DocumentState; conflicts: readonly Conflict[] } | undefined;
  canUndo: boolean;
  canRedo: boolean;
}

interface Draft {
  fields: Fields;
  body: string;
}

export interface DocumentSession {
  setValue(path: FieldPath, value: unknown): void;
  setBody(body: string): void;
  undo(): void;
  redo(): void;
  /** Chooses what is kept of a conflict. */
  settle(draft: Pick<SessionView, 'fields' | 'body'>): void;
  /** Puts a finding right. */
  fix(finding: Finding): Promise<void>;
  /** Reads the document again unless there is unsaved work. */
  refresh(): Promise<void>;
  /** Saves now; `isLast` while the page closes. */
  flush(isLast?: boolean): Promise<void>;
  close(): void;
}

/** Opens a document; rejects with ApiError. `onView` is called with each new state. */
export async function openSession(
  document: DocumentKey,
  onView: (view: SessionView) => void,
): Promise<DocumentSession> {
  const path = `documents/${document.collection}/${document.slug}`;
  const copyName = `desk:${document.collection}/${document.slug}`;
  let base = await get<DocumentState>(path);
  let draft: Draft = { fields: base.fields, body: base.body };
  let view: SessionView = {
    base,
    ...draft,
    status: 'saved',
    findings: base.findings,
    canUndo: false,
    canRedo: false,
  };
  let past: Draft[] = [];
  let future: Draft[] = [];
  let changeCount = 0;
  let lastField = '';
  let saveTimer: ReturnType<typeof setTimeout> | undefined;
  let previewTimer: ReturnType<typeof setTimeout> | undefined;
  let saving: Promise<void> | undefined;
  let isPreviewing = false;
  let isStale = false;
  let isClosed = false;

  const show = (part: Partial<SessionView>) => {
    view = {
      ...view,
      ...part,
      base,
      ...draft,
      canUndo: past.length > 0,
      canRedo: future.length > 0,
    };
    if (!isClosed) onView(view);
  };
  const changesOf = ({ fields, body }: Draft): { edits: Edit[]; body?: string } => {
    return { edits: diffFields(base.fields, fields), ...(body !== base.body && { body }) };
  };
  const isUnsaved = () => {
    const { edits, body } = changesOf(draft);
    return edits.length > 0 || body !== undefined;
  };

  const change = (next: Draft, field: string) => {
    // Letters typed into one field are taken back together.
    if (field !== lastField || field === '') past = [...past, draft].slice(-100);
    lastField = field;
    future = [];
    take(next);
  };
  const take = (next: Draft) => {
    draft = next;
    changeCount += 1;
    keepCopy(copyName, { base: { fields: base.fields, body: base.body }, draft });
    show({ status: 'unsaved', failure: undefined });
    schedule();
  };
  const schedule = () => {
    clearTimeout(saveTimer);
    clearTimeout(previewTimer);
    saveTimer = setTimeout(() => void save(), SAVE_PAUSE_MS);
    previewTimer = setTimeout(() => void renderPreview(), PREVIEW_PAUSE_MS);
  };

  const renderPreview = async () => {
    if (isPreviewing) {
      isStale = true;
      return;
    }
    isPreviewing = true;
    try {
      const preview = await post<PreviewAnswer>('preview', {
        ...document,
        revision: base.revision,
        ...changesOf(draft),
      });
      show({ preview, findings: preview.findings });
    } catch (error) {
      if (error instanceof ApiError && error.details.retry === true) setTimeout(renderPreview, RETRY_MS);
    } finally {
      isPreviewing = false;
      if (isStale) {
        isStale = false;
        void renderPreview();
      }
    }
  };

  const adopt = (state: DocumentState, sent: Draft) => {
    const later = diffFields(sent.fields, draft.fields);
    const isBodyLater = draft.body !== sent.body;
    // What was sent stays as it was typed; what others changed is taken over.
    const typed = diffFields(base.fields, sent.fields);
    const fields = applyFieldEdits(applyFieldEdits(state.fields, typed), later);
    base = state;
    draft = {
      fields,
      body: isBodyLater ? draft.body : state.body,
    };
  };

  const saveOnce = async (isLast: boolean) => {
    clearTimeout(saveTimer);
    if (!isUnsaved() || view.status === 'conflict') {
      if (view.status !== 'conflict') show({ status: 'saved' });
      return;
    }
    const sent = draft;
    const count = changeCount;
    show({ status: 'saving' });
    try {
      const state = await put<DocumentState>(path, { revision: base.revision, ...changesOf(sent) }, isLast);
      adopt(state, sent);
      const isDone = count === changeCount;
      if (isDone) dropCopy(copyName);
      show({ status: isDone ? 'saved' : 'unsaved', failure: undefined, findings: state.findings });
    } catch (error) {
      onSaveError(error as ApiError);
    }
  };
  const readAgain = async () => {
    const edits = diffFields(base.fields, draft.fields);
    const isBodyChanged = draft.body !== base.body;
    base = await get<DocumentState>(path);
    take({
      ...draft,
      fields: applyFieldEdits(base.fields, edits),
      body: isBodyChanged ? draft.body : base.body,
    });
  };
  const onSaveError = (error: ApiError) => {
    const { theirs, conflicts, retry, reload } = error.details as {
      theirs?: DocumentState;
      conflicts?: Conflict[];
      retry?: boolean;
      reload?: boolean;
    };
    // The server was started again and knows no earlier revision.
    if (reload) return void readAgain().catch(onSaveError);
    if (theirs !== undefined && conflicts !== undefined)
      return show({ status: 'conflict', failure: error.message, conflicts: { theirs, conflicts } });
    show({ status: error.status === 0 || retry ? 'offline' : 'refused', failure: error.message });
    if (error.status === 0 || retry) saveTimer = setTimeout(() => void save(), RETRY_MS);
  };
  const save = async (isLast = false) => {
    if (saving !== undefined) await saving;
    saving = saveOnce(isLast);
    await saving;
    saving = undefined;
  };

  const copy = readCopy(copyName);
  if (copy !== undefined) {
    const edits = diffFields(copy.base.fields, copy.draft.fields);
    const body = copy.draft.body === copy.base.body ? base.body : copy.draft.body;
    change({ fields: applyFieldEdits(base.fields, edits), body }, '');
  } else show({});
  void renderPreview();

  const session: DocumentSession = {
    setValue(fieldPath, value) {
      const fields = withValue(draft.fields, fieldPath, value) as Fields;
      if (!isSame(fields, draft.fields)) change({ ...draft, fields }, fieldPath.join('/'));
    },
    setBody(body) {
      if (body !== draft.body) change({ ...draft, body }, 'body');
    },
    undo() {
      const previous = past.at(-1);
      if (previous === undefined) return;
      past = past.slice(0, -1);
      future = [...future, draft];
      lastField = '';
      take(previous);
    },
    redo() {
      const next = future.at(-1);
      if (next === undefined) return;
      future = future.slice(0, -1);
      past = [...past, draft];
      lastField = '';
      take(next);
    },
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
    async refresh() {
      if (isUnsaved()) return;
      const state = await get<DocumentState>(path);
      if (isUnsaved()) return;
      if (state.revision === base.revision && isSame(state.findings, base.findings)) return;
      base = state;
      draft = {
        fields: state.fields,
        body: state.body,
      };
      show({ findings: state.findings });
      await renderPreview();
    },
    flush: save,
    close() {
      isClosed = true;
      clearTimeout(previewTimer);
      void save(true);
    },
  };
  return session;
}
