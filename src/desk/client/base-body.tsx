/** @jsxImportSource preact */
/** The body of the base below that of the document, where the two differ. */
import type { DocumentSession, SessionView } from './session-view.ts';

export function BaseBody({ view, session }: { view: SessionView; session: DocumentSession }) {
  const { inBase } = view.base;
  if (inBase === undefined || isSameBody(view.body, inBase.body)) return null;
  return (
    <details class="base-words base-body">
      <summary>上级的正文，和我们的不一样</summary>
      <pre>{withoutTags(inBase.body).trim()}</pre>
      <button type="button" class="button small" onClick={() => session.setBody(inBase.body, true)}>
        正文照上级的
      </button>
    </details>
  );
}

/** The tags of named parts show nowhere. */
const withoutTags = (body: string): string => body.replace(/^ {0,3}<\/?Part\b[^\n]*\n?/gm, '');

function isSameBody(one: string, other: string): boolean {
  const words = (body: string) => withoutTags(body).replace(/\s+/g, ' ').trim();
  return words(one) === words(other);
}
