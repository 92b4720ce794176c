/** @jsxImportSource preact */
/** The body: as it looks, or one click away as the text of the file. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentSession, SessionView } from '../session-view.ts';

type Editor = typeof import('./body-editor.tsx').default;

export function BodyField({ view, session }: { view: SessionView; session: DocumentSession }) {
  const [Editor, setEditor] = useState<{ component: Editor }>();
  const [isSource, setSource] = useState(false);
  const [failure, setFailure] = useState('');
  useEffect(() => {
    import('./body-editor.tsx').then(
      (module) => setEditor({ component: module.default }),
      () => {
        setFailure('正文的编辑器没有打开，先在原文里改。');
        setSource(true);
      },
    );
  }, []);
  return (
    <section class="field body-field" aria-labelledby="body-label">
      <div class="body-head">
        <h2 id="body-label">正文（听得懂）</h2>
        <button
          type="button"
          class="button small"
          aria-pressed={isSource}
          onClick={() => {
            // Saved first: the bytes typed here are then those of the file, which the other view keeps.
            void session.flush().then(() => setSource(!isSource));
          }}
        >
          {isSource ? '看样子' : '看原文'}
        </button>
      </div>
      {failure !== '' && <p role="alert">{failure}</p>}
      {isSource || Editor === undefined ? (
        <textarea
          class="source"
          aria-label="正文的原文"
          rows={16}
          value={view.body}
          readOnly={!isSource}
          onInput={(event) => session.setBody(event.currentTarget.value, true)}
        />
      ) : (
        <Editor.component body={view.body} labelledBy="body-label" onChange={session.setBody} />
      )}
    </section>
  );
}
