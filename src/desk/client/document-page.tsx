/** @jsxImportSource preact */
/** One document: its form at the left, what becomes of it at the right. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BodyField } from './body/body-field.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { addressOfDocument } from './document-address.ts';
import { stateLabels } from './document-list.tsx';
import { openSession } from './document-session.ts';
import { FormContext } from './fields/context.ts';
import { Field } from './fields/field.tsx';
import { FindingList } from './finding-list.tsx';
import { countFindings, findingsAt, otherFindings } from './findings.ts';
import { MoreDialog } from './more-dialog.tsx';
import { importReports } from './new-document.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import type { DocumentSession, SessionView } from './session-view.ts';
import type { CollectionForm, DocumentKey, FormField } from './wire.ts';

type DialogName = 'publish' | 'review' | 'more';

/** Fields that an editor hardly ever writes; they stand below the body. */
const RARE_FIELDS = ['aliases', 'confirmed', 'replacedBy'];

interface Props {
  form: CollectionForm;
  document: DocumentKey;
  changes: number;
}

const statusWords: Readonly<Record<SessionView['status'], string>> = {
  saved: '已保存',
  unsaved: '正在写……',
  saving: '正在保存……',
  offline: '还没存上，过一会儿自己再试',
  refused: '没有存上',
  conflict: '有人也改了同一处',
};

export function DocumentPage({ form, document: key, changes }: Props) {
  const [view, setView] = useState<SessionView>();
  const [failure, setFailure] = useState('');
  const session = useRef<DocumentSession>(undefined);

  useEffect(() => {
    let isGone = false;
    openSession(key, setView).then(
      (opened) => {
        if (isGone) opened.close();
        else session.current = opened;
      },
      (error: Error) => setFailure(error.message),
    );
    const onHide = () => {
      if (document.visibilityState === 'hidden') void session.current?.flush(true);
    };
    document.addEventListener('visibilitychange', onHide);
    return () => {
      isGone = true;
      document.removeEventListener('visibilitychange', onHide);
      session.current?.close();
    };
  }, []);
  useEffect(() => {
    session.current?.refresh().catch(() => undefined);
  }, [changes]);

  if (failure !== '')
    return (
      <main class="lone">
        <p role="alert">{failure}</p>
        <a href="#/">回到全部</a>
      </main>
    );
  if (view === undefined || session.current === undefined) return <p class="waiting">正在打开……</p>;
  return <OpenDocument form={form} documentKey={key} view={view} session={session.current} />;
}

interface OpenProps {
  form: CollectionForm;
  documentKey: DocumentKey;
  view: SessionView;
  session: DocumentSession;
}

function OpenDocument({ form, documentKey, view, session }: OpenProps) {
  const [dialog, setDialog] = useState<DialogName>();
  const context = useMemo(
    () => ({
      findings: view.findings,
      set: session.setValue,
      fix: (finding: (typeof view.findings)[number]) => void session.fix(finding),
    }),
    [view.findings, session],
  );
  const names = form.fields.map(({ name }) => name);
  const hasBody = view.base.file?.endsWith('.yml') !== true;
  const row = {
    ...documentKey,
    title: titleOf(view),
    state: view.base.state ?? 'changed',
    file: view.base.file ?? '',
  };
  const openDialog = (name: DialogName) => {
    void session.flush().then(() => setDialog(name));
  };
  return (
    <FormContext.Provider value={context}>
      <DocumentBar form={form} view={view} session={session} onOpen={openDialog} />
      <div class="columns">
        <main class="form" onKeyDown={(event) => undoByKey(event, session)}>
          <h1>{titleOf(view)}</h1>
          <ImportReport documentKey={documentKey} />
          <Summary view={view} />
          <div class="other-findings">
            <FindingList findings={otherFindings(view.findings, names)} onFix={context.fix} />
          </div>
          <FieldList fields={form.fields.filter(({ name }) => !RARE_FIELDS.includes(name))} view={view} />
          {hasBody && <BodyField view={view} session={session} />}
          <RareFields fields={form.fields.filter(({ name }) => RARE_FIELDS.includes(name))} view={view} />
        </main>
        <PreviewPane preview={view.preview} />
      </div>
      {view.conflicts !== undefined && <ConflictDialog form={form} view={view} session={session} />}
      {dialog === 'publish' && (
        <PublishDialog rows={[{ ...row, updated: '' }]} onClose={() => setDialog(undefined)} />
      )}
      {dialog === 'more' && (
        <MoreDialog
          document={documentKey}
          isPublished={row.state === 'published' || row.state === 'changed'}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'review' && <ReviewDialog document={documentKey} onClose={() => setDialog(undefined)} />}
    </FormContext.Provider>
  );
}

interface FieldListProps {
  fields: readonly FormField[];
  view: SessionView;
}

function FieldList({ fields, view }: FieldListProps) {
  return (
    <>
      {fields.map((field) => (
        <Field key={field.name} field={field} path={[field.name]} value={view.fields[field.name]} />
      ))}
    </>
  );
}

function RareFields({ fields, view }: FieldListProps) {
  if (fields.length === 0) return null;
  const isFound = fields.some(({ name }) => findingsAt(view.findings, [name], true).length > 0);
  return (
    <details class="rare" open={isFound}>
      <summary>很少用到的</summary>
      <FieldList fields={fields} view={view} />
    </details>
  );
}

interface BarProps {
  form: CollectionForm;
  view: SessionView;
  session: DocumentSession;
  onOpen: (dialog: DialogName) => void;
}

function DocumentBar({ form, view, session, onOpen }: BarProps) {
  const { errors } = countFindings(view.findings);
  const isDraft = String(view.fields.draft) === 'true';
  const state = view.base.state;
  return (
    <header class="bar">
      <a class="button" href="#/">
        ← 全部
      </a>
      <span class="soft">{form.label}</span>
      {state !== undefined && <span class={`state ${state}`}>{stateLabels[state]}</span>}
      <span class={`status ${view.status}`} role="status">
        {view.status === 'saved' && '✓ '}
        {statusWords[view.status]}
        {view.failure !== undefined && `：${view.failure}`}
      </span>
      <span class="right">
        <button
          type="button"
          class="button"
          disabled={!view.canUndo}
          onClick={() => session.undo()}
          title="Ctrl+Z"
        >
          撤回
        </button>
        <button
          type="button"
          class="button"
          disabled={!view.canRedo}
          onClick={() => session.redo()}
          title="Ctrl+Y"
        >
          恢复
        </button>
        <button type="button" class="button" onClick={() => onOpen('more')}>
          别的
        </button>
        <button type="button" class="button" onClick={() => onOpen('review')}>
          送审
        </button>
        <button
          type="button"
          class="button main"
          onClick={() => onOpen('publish')}
          disabled={errors > 0}
          title={errors > 0 ? `还有 ${errors} 处要改` : isDraft ? '现在是草稿' : undefined}
        >
          发布
        </button>
      </span>
    </header>
  );
}

function Summary({ view }: { view: SessionView }) {
  const { errors, hints } = countFindings(view.findings);
  if (errors + hints === 0) return <p class="summary good">✓ 该写的都写了，可以发布。</p>;
  const parts = [errors > 0 && `还有 ${errors} 处要改，改好才能发布`, hints > 0 && `${hints} 处请看一看`];
  const first = view.findings.find(
    ({ path, severity }) => path !== undefined && (errors === 0 || severity === 'error'),
  );
  return (
    <p class={`summary ${errors > 0 ? 'error' : 'warning'}`}>
      {parts.filter(Boolean).join('；')}。{' '}
      {first?.path !== undefined && (
        <button type="button" class="link" onClick={() => focusField(first.path ?? [])}>
          去第一处
        </button>
      )}
    </p>
  );
}

/** Brings the control of a field, or of the nearest group around it, into view. */
function focusField(path: readonly (string | number)[]): void {
  for (let length = path.length; length > 0; length -= 1) {
    const element = document.getElementById(`field-${path.slice(0, length).join('-')}`);
    if (element === null) continue;
    const control = element.matches('fieldset')
      ? element.querySelector<HTMLElement>('input,textarea,button')
      : element;
    element.scrollIntoView({ block: 'center' });
    return control?.focus();
  }
}

/** What was read from the office's file, and what was left out. */
function ImportReport({ documentKey }: { documentKey: DocumentKey }) {
  const report = importReports.get(addressOfDocument(documentKey));
  if (report === undefined) return null;
  return (
    <section class="report" aria-label="从文件里读出来的">
      {[...report.summary, ...report.notes].map((line) => (
        <p key={line}>{line}</p>
      ))}
      <details>
        <summary>原文里每一句去了哪里</summary>
        <pre>{report.ledger}</pre>
      </details>
    </section>
  );
}

/** Ctrl+Z outside the body takes back the last change of the form, whichever field it was in. */
function undoByKey(event: KeyboardEvent, session: DocumentSession): void {
  const key = event.key.toLowerCase();
  const isInBody = event.target instanceof Element && event.target.closest('.body-field') !== null;
  if (!(event.ctrlKey || event.metaKey) || event.altKey || isInBody) return;
  if (key === 'z' && !event.shiftKey) session.undo();
  else if (key === 'y' || (key === 'z' && event.shiftKey)) session.redo();
  else return;
  event.preventDefault();
}

function titleOf({ fields, base }: SessionView): string {
  return String(fields.title ?? fields.name ?? fields.term ?? base.title ?? '') || '还没有标题';
}
