/** @jsxImportSource preact */
/** The address of a draft for the person who reviews it, to send or to scan. */
import { useEffect, useState } from 'preact/hooks';
import { post } from './api.ts';
import { CopyButton } from './copy-button.tsx';
import { Dialog } from './dialog.tsx';
import type { DocumentKey } from './wire.ts';

interface Review {
  url: string;
  /** The path of an SVG, one unit a module. */
  qr: { path: string; sideModules: number };
  isLocal: boolean;
  /** Why the push server did not take it. */
  refusal?: string;
}

export function ReviewDialog({ document, onClose }: { document: DocumentKey; onClose: () => void }) {
  const [review, setReview] = useState<Review>();
  const [failure, setFailure] = useState('');
  const [isEnded, setEnded] = useState(false);
  const fail = (error: Error) => setFailure(error.message);
  useEffect(() => {
    post<Review>('review', document).then(setReview, fail);
  }, []);
  const end = () => {
    setFailure('');
    post('review/end', document).then(() => setEnded(true), fail);
  };
  return (
    <Dialog title="送审" onClose={onClose}>
      {failure !== '' && <p role="alert">{failure}</p>}
      {review === undefined && failure === '' && (
        <p role="status">正在准备给审的人看的网页，大的网站要等一会儿……</p>
      )}
      {isEnded && <p role="status">撤掉了，那个网址打不开了。</p>}
      {review !== undefined && !isEnded && <Address review={review} onEnd={end} />}
    </Dialog>
  );
}

function Address({ review, onEnd }: { review: Review; onEnd: () => void }) {
  const { url, qr, isLocal, refusal } = review;
  return (
    <>
      {refusal !== undefined && (
        <p class="answer refused" role="alert">
          没有送到网站上：{refusal}
        </p>
      )}
      <p>
        把这个网址发给审的人，或者请他用手机扫一扫，不用登录。网页上标着“还没发布”，别人猜不到，也搜不到，三十天以后失效。
      </p>
      <svg class="qr" viewBox={`0 0 ${qr.sideModules} ${qr.sideModules}`} role="img" aria-label="二维码">
        <path d={qr.path} />
      </svg>
      <input
        type="text"
        readOnly
        value={url}
        aria-label="送审的地址"
        onFocus={(event) => event.currentTarget.select()}
      />
      {isLocal && <p class="help">编辑台开在这台电脑上，这个网址只有在这台电脑上打得开。</p>}
      {!isLocal && refusal === undefined && <p class="help">后来又改了，再按一次“送审”，网址不变。</p>}
      <p class="dialog-buttons">
        <CopyButton text={url} />
        <button type="button" class="button" onClick={onEnd}>
          不审了，撤掉
        </button>
      </p>
    </>
  );
}
