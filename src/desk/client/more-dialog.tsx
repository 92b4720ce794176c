/** @jsxImportSource preact */
/** What is done rarely to a document: drop what is not published, move it to another address, withdraw it. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { LeaveOutForm } from './leave-out-form.tsx';
import { MoveForm } from './move-form.tsx';
import type { DocumentSession } from './session-view.ts';
import type { DocumentKey } from './wire.ts';
import { WithdrawForm } from './withdraw-form.tsx';

interface Props {
  document: DocumentKey;
  session: DocumentSession;
  /** Whether a base has it too. */
  hasBase: boolean;
  /** Whether it has a page of its own, which can be moved and withdrawn. */
  hasAddress: boolean;
  /** Whether readers know its address. */
  isPublished: boolean;
  onClose: () => void;
}

export function MoreDialog({ document: key, session, hasBase, hasAddress, isPublished, onClose }: Props) {
  const [failure, setFailure] = useState('');
  const toList = () => {
    location.hash = '#/';
  };
  return (
    <Dialog title="更多" onClose={onClose}>
      {failure !== '' && <p role="alert">{failure}</p>}
      <section>
        <h3>不要没发布的改动</h3>
        <p>{isPublished ? '回到已经发布的样子，后来写的都不要了。' : '这一篇还没发布过，会整篇去掉。'}</p>
        <DiscardButton
          onDiscard={() =>
            void post(`documents/${key.collection}/${key.slug}/discard`, {}).then(
              () => (isPublished ? location.reload() : toList()),
              (error: Error) => setFailure(error.message),
            )
          }
        />
      </section>
      {hasBase && (
        <section>
          <h3>我们县不用</h3>
          <LeaveOutForm
            document={key}
            hasAddress={hasAddress}
            onDone={() => {
              onClose();
              void session.refresh();
            }}
          />
        </section>
      )}
      {hasAddress && !hasBase && <MoveForm document={key} onFailure={setFailure} />}
      {hasAddress && !hasBase && isPublished && (
        <WithdrawForm document={key} onDone={toList} onFailure={setFailure} />
      )}
    </Dialog>
  );
}

/** What is dropped cannot be had back: it takes a second press. */
function DiscardButton({ onDiscard }: { onDiscard: () => void }) {
  const [isAsking, setAsking] = useState(false);
  if (!isAsking)
    return (
      <button type="button" class="button" onClick={() => setAsking(true)}>
        不要了
      </button>
    );
  return (
    <p role="alert">
      去掉就找不回来了。真的不要吗？{' '}
      <button type="button" class="button main" onClick={onDiscard}>
        真的不要
      </button>{' '}
      <button type="button" class="button" onClick={() => setAsking(false)}>
        还是留着
      </button>
    </p>
  );
}
