/** @jsxImportSource preact */
/** The body: as it looks, or as the text of the file; the editor is loaded when it is first shown. */
import { useState } from 'preact/hooks';
import type { DocumentSession, SessionView } from '../document-session.ts';

export function BodyField({ view, session }: { view: SessionView; session: DocumentSession }) {
  const [isSource, setSource] = useState(true);
  return (
    <section class="field body-field" aria-labelledby="body-label">
      <h2 id="body-label">正文（听得懂）</h2>
      <button type="button" class="button small" onClick={() => setSource(!isSource)}>
        看原文
      </button>
      <textarea
        class="source"
        aria-label="正文的原文"
        rows={16}
        value={view.body}
        onInput={(event) => session.setBody(event.currentTarget.value)}
      />
    </section>
  );
}
