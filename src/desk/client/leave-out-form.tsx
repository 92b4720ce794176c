/** @jsxImportSource preact */
/** 我们县不用: the site does without a document that its base has. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { type WayOn, WayOnFields } from './way-on-fields.tsx';
import type { DocumentKey } from './wire.ts';

interface Props {
  document: DocumentKey;
  /** Whether it has a page of its own, whose address readers may know. */
  hasAddress: boolean;
  onDone: () => void;
}

export function LeaveOutForm({ document: { collection, slug }, hasAddress, onDone }: Props) {
  const [wayOn, setWayOn] = useState<WayOn>({ words: '' });
  const [failure, setFailure] = useState('');
  const leaveOut = (event: Event) => {
    event.preventDefault();
    const given = { replacedBy: wayOn.next?.id, wayOn: wayOn.words };
    post(`documents/${collection}/${slug}/leave-out`, given).then(onDone, (error: Error) =>
      setFailure(error.message),
    );
  };
  return (
    <form class="leave-out" onSubmit={leaveOut} aria-label="我们县不用">
      <p>上级的这一篇，我们的网站上就没有了。按发布以后才去掉；以后还可以再用。</p>
      {hasAddress && (
        <>
          <p>老链接还会有人点：请选由哪一篇接着管，或者写一句话，说为什么没有、该找谁。</p>
          <WayOnFields collection={collection} value={wayOn} onChange={setWayOn} />
        </>
      )}
      {failure !== '' && <p role="alert">{failure}</p>}
      <button
        type="submit"
        class="button main"
        disabled={hasAddress && wayOn.next === undefined && wayOn.words.trim() === ''}
      >
        不用这一篇
      </button>
    </form>
  );
}
