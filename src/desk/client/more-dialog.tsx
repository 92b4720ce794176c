/** @jsxImportSource preact */
/** What is done rarely to a document: drop what is not published, move it to another address, withdraw it. */
import { useState } from 'preact/hooks';
import { post } from './api.ts';
import { Dialog } from './dialog.tsx';
import { addressOfDocument } from './document-address.ts';
import { RecordSearch } from './fields/record-search.tsx';
import type { DocumentKey, FoundRecord } from './wire.ts';

interface Props {
  document: DocumentKey;
  /** Whether readers know its address. */
  isPublished: boolean;
  onClose: () => void;
}

export function MoreDialog({ document: key, isPublished, onClose }: Props) {
  const [slug, setSlug] = useState(key.slug);
  const [next, setNext] = useState<FoundRecord>();
  const [failure, setFailure] = useState('');
  const run = (path: string, value: unknown, then: (answer: DocumentKey) => void) =>
    void post<DocumentKey>(path, value).then(then, (error: Error) => setFailure(error.message));
  const toList = () => {
    location.hash = '#/';
  };
  return (
    <Dialog title="别的" onClose={onClose}>
      {failure !== '' && <p role="alert">{failure}</p>}
      <section>
        <h3>不要没发布的改动</h3>
        <p>{isPublished ? '回到已经发布的样子，后来写的都不要了。' : '这一篇还没发布过，会整篇去掉。'}</p>
        <button
          type="button"
          class="button"
          onClick={() =>
            run(`documents/${key.collection}/${key.slug}/discard`, {}, () => {
              if (isPublished) location.reload();
              else toList();
            })
          }
        >
          不要了
        </button>
      </section>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          run('move', { ...key, to: slug }, (moved) => {
            location.hash = addressOfDocument(moved);
          });
        }}
      >
        <h3>换网址</h3>
        <p>旧网址还能打开，会转到新的。纸上、群里的旧链接都不断。</p>
        <label>
          网址的最后一段（小写字母、数字、短横）
          <input type="text" value={slug} onInput={(event) => setSlug(event.currentTarget.value.trim())} />
        </label>
        <button type="submit" class="button" disabled={slug === '' || slug === key.slug}>
          换
        </button>
      </form>
      {isPublished && (
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
