/** @jsxImportSource preact */
/** One document: its form at the left, what becomes of it at the right. */
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { BaseBody } from './base-body.tsx';
import { BaseNote } from './base-note.tsx';
import { BodyField } from './body/body-field.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import { type DialogName, DocumentBar } from './document-bar.tsx';
import { openSession } from './document-session.ts';
import { titleOf } from './document-title.ts';
import { FieldList, RareFields } from './field-lists.tsx';
import { FormContext } from './fields/context.ts';
import { FindingList } from './finding-list.tsx';
import { otherFindings } from './findings.ts';
import { Summary } from './form-summary.tsx';
import { ImportReport } from './import-report.tsx';
import { InheritedDocument } from './inherited-document.tsx';
import { LeftOutDocument } from './left-out-document.tsx';
import { MoreDialog } from './more-dialog.tsx';
import { PreviewPane } from './preview-pane.tsx';
import { PreviewToggle } from './preview-toggle.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { RecordingDrop } from './recording-drop.tsx';
import { ReviewDialog } from './review-dialog.tsx';
import type { DocumentSession, OpenProps, SessionView } from './session-view.ts';
import { shownFields } from './shown-fields.ts';
import { type CollectionForm, type DocumentKey, isDocument } from './wire.ts';

/** Fields that an editor hardly ever writes; they stand below the body. */
const RARE_FIELDS = ['aliases', 'confirmed', 'replacedBy'];

interface Props {
  form: CollectionForm;
  document: DocumentKey;
  changes: number;
}

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
  const given = { form, documentKey: key, view, session: session.current };
  if (view.base.state === 'inherited') return <InheritedDocument {...given} />;
  if (view.base.inherits === 'none' && view.base.from !== undefined) return <LeftOutDocument {...given} />;
  return <OpenDocument {...given} />;
}

function OpenDocument({ form, documentKey, view, session }: OpenProps) {
  const [dialog, setDialog] = useState<DialogName>();
  const [isPreviewShown, setPreviewShown] = useState(false);
  const context = useMemo(
    () => ({
      findings: view.findings,
      set: session.setValue,
      fix: (finding: (typeof view.findings)[number]) => void session.fix(finding),
      seen: () => void session.seen(),
      inBase: view.base.inBase?.fields,
    }),
    [view.findings, view.base.inBase, session],
  );
  const fields = shownFields(form);
  const names = fields.map(({ name }) => name);
  const row = {
    ...documentKey,
    title: titleOf(view),
    state: view.base.state ?? 'changed',
    file: view.base.file ?? '',
  };
  const endDraft = () => {
    session.setValue(['draft'], undefined);
    return session.flush();
  };
  const openDialog = (name: DialogName) => {
    void session.flush().then(() => setDialog(name));
  };
  return (
    <FormContext.Provider value={context}>
      <DocumentBar form={form} view={view} session={session} onOpen={openDialog}>
        <PreviewToggle isShown={isPreviewShown} back="回到填写" onToggle={setPreviewShown} />
      </DocumentBar>
      <div class={`columns ${isPreviewShown ? 'shows-preview' : ''}`}>
        <main class="form" onKeyDown={(event) => undoByKey(event, session)}>
          <h1>{titleOf(view)}</h1>
          <BaseNote documentKey={documentKey} view={view} session={session} />
          <ImportReport documentKey={documentKey} />
          <Summary view={view} />
          <div class="other-findings">
            <FindingList findings={otherFindings(view.findings, names)} onFix={context.fix} />
          </div>
          <RecordingDrop form={form} set={session.setValue} />
          <FieldList fields={fields.filter(({ name }) => !RARE_FIELDS.includes(name))} view={view} />
          {isDocument(form) && <BodyField view={view} session={session} />}
          {isDocument(form) && <BaseBody view={view} session={session} />}
          <RareFields fields={fields.filter(({ name }) => RARE_FIELDS.includes(name))} view={view} />
        </main>
        <PreviewPane preview={view.preview} />
      </div>
      {view.conflicts !== undefined && <ConflictDialog form={form} view={view} session={session} />}
      {dialog === 'publish' && (
        <PublishDialog
          rows={[{ ...row, updated: '' }]}
          endDraft={String(view.fields.draft) === 'true' ? endDraft : undefined}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'more' && (
        <MoreDialog
          document={documentKey}
          session={session}
          hasBase={view.base.from !== undefined}
          hasAddress={isDocument(form)}
          isPublished={row.state === 'published' || row.state === 'changed'}
          onClose={() => setDialog(undefined)}
        />
      )}
      {dialog === 'review' && <ReviewDialog document={documentKey} onClose={() => setDialog(undefined)} />}
    </FormContext.Provider>
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
