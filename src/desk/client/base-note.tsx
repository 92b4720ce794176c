/** @jsxImportSource preact */
/** Says above a form that a base has the document too, and how the two go together. */
import { FollowBaseButton } from './follow-base-button.tsx';
import type { DocumentSession, SessionView } from './session-view.ts';
import type { DocumentKey } from './wire.ts';

interface Props {
  documentKey: DocumentKey;
  view: SessionView;
  session: DocumentSession;
}

export function BaseNote({ documentKey, view, session }: Props) {
  const { from, inherits } = view.base;
  if (from === undefined) return null;
  return (
    <div class="origin">
      <p>
        {inherits === 'rest'
          ? `这一篇照上级（${from}）的。改了哪一格，哪一格就是我们县自己的；没改的，上级改了这里跟着变。改回和上级一样，就又跟着上级。`
          : `上级（${from}）也有这一篇，这里整篇是我们县自己写的，上级改了不跟着变。`}
      </p>
      <FollowBaseButton document={documentKey} session={session} />
    </div>
  );
}
