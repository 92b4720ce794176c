/** @jsxImportSource preact */
/** The address of a draft for the person who reviews it, to send or to scan. */
import { useEffect, useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import type { DocumentKey } from './wire.ts';

interface Review {
  url: string;
  /** The path of an SVG, one unit a module. */
  qr: { path: string; sideModules: number };
  isLocal: boolean;
}

export function ReviewDialog({ document, onClose }: { document: DocumentKey; onClose: () => void }) {
  const [review, setReview] = useState<Review>();
  const [failure, setFailure] = useState('');
  useEffect(() => {
    post<Review>('review', document).then(setReview, (error: Error) => setFailure(error.message));
  }, []);
  return (
    <Dialog title="送审" onClose={onClose}>
      {failure !== '' && <p role="alert">{failure}</p>}
      {review === undefined && failure === '' && <p>正在准备……</p>}
      {review !== undefined && (
        <>
          <p>
            把这个地址发给审的人，或者请他用手机扫一扫。网页上标着“还没发布”，别人猜不到这个地址，也搜不到。
          </p>
          <svg
            class="qr"
            viewBox={`0 0 ${review.qr.sideModules} ${review.qr.sideModules}`}
            role="img"
            aria-label="二维码"
          >
            <path d={review.qr.path} />
          </svg>
          <input
            type="text"
            readOnly
            value={review.url}
            aria-label="送审的地址"
            onFocus={(event) => event.currentTarget.select()}
          />
          {review.isLocal && <p class="help">编辑台开在这台电脑上，这个地址只有在这台电脑上打得开。</p>}
        </>
      )}
    </Dialog>
  );
}
