/** @jsxImportSource preact */
/** Gives up the own file of a document, so that the base's counts again. What is written in it is gone: it takes a second press. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import type { DocumentSession } from './session-view.ts';
import type { DocumentKey } from './wire.ts';

interface Props {
  document: DocumentKey;
  session: DocumentSession;
  onDone?: () => void;
}

export function FollowBaseButton({ document: { collection, slug }, session, onDone }: Props) {
  const [isAsking, setAsking] = useState(false);
  const [failure, setFailure] = useState('');
  const follow = async () => {
    await session.flush();
    await post(`documents/${collection}/${slug}/follow-base`, {});
    await session.refresh();
    onDone?.();
  };
  if (!isAsking)
    return (
      <button type="button" class="button small" onClick={() => setAsking(true)}>
        不要我们的，照上级的
      </button>
    );
  return (
    <span role="alert">
      {failure !== '' ? failure : '我们自己写的会去掉，找不回来。真的照上级的吗？'}{' '}
      <button
        type="button"
        class="button small main"
        onClick={() => void follow().catch((error: Error) => setFailure(error.message))}
      >
        照上级的
      </button>{' '}
      <button type="button" class="button small" onClick={() => setAsking(false)}>
        还是留着
      </button>
    </span>
  );
}
