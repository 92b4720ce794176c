/** @jsxImportSource preact */
/** What is done rarely to a document: drop what is not published, move it to another address, withdraw it. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { RecordSearch } from './fields/record-search.tsx';
import { MoveForm } from './move-form.tsx';
import type { DocumentKey, FoundRecord } from './wire.ts';

interface Props {
  document: DocumentKey;
  /** Whether it has a page of its own, which can be moved and withdrawn. */
  hasAddress: boolean;
  /** Whether readers know its address. */
  isPublished: boolean;
  onClose: () => void;
}

export function MoreDialog({ document: key, hasAddress, isPublished, onClose }: Props) {
  const [next, setNext] = useState<FoundRecord>();
  const [failure, setFailure] = useState('');
  const run = (path: string, value: unknown, then: (answer: DocumentKey) => void) =>
    void post<DocumentKey>(path, value).then(then, (error: Error) => setFailure(error.message));
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
            run(`documents/${key.collection}/${key.slug}/discard`, {}, () => {
              if (isPublished) location.reload();
              else toList();
            })
          }
        />
      </section>
      {hasAddress && <MoveForm document={key} onFailure={setFailure} />}
      {hasAddress && isPublished && (
        <form
          onSubmit={(event) => {
            event.preventDefault();
            run('withdraw', { ...key, replacedBy: next?.id }, toList);
          }}
        >
          <h3>撤下</h3>
          <p>网址上留一句“撤下了”，并且指到接着管的那一篇。下一次发布时生效。</p>
          {next !== undefined && <p>接着管的是：{next.title}</p>}
          <RecordSearch
            aria={{ id: 'replaced-by' }}
            label="由哪一篇接着管"
            collections={[key.collection]}
            placeholder="由哪一篇接着管：写名字或拼音"
            onChoose={setNext}
          />
          <button type="submit" class="button" disabled={next === undefined}>
            撤下
          </button>
        </form>
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
