/** @jsxImportSource preact */
/** The desk: the list of documents, or one of them in its form, by the address behind the `#`. */
import { render } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, get, listen } from './api.ts';
import { documentAt } from './document-address.ts';
import { DocumentList } from './document-list.tsx';
import { DocumentPage } from './document-page.tsx';
import { isFileDrag } from './file-kind.ts';
import { HistoryPage } from './history-page.tsx';
import type { CollectionForm } from './wire.ts';

export function startDesk(root: HTMLElement): void {
  root.replaceChildren();
  render(<Desk />, root);
}

function Desk() {
  const [address, setAddress] = useState(location.hash);
  const [forms, setForms] = useState<CollectionForm[]>();
  const [failure, setFailure] = useState<string>();
  const [changes, setChanges] = useState(0);

  useEffect(() => {
    const onChange = () => setAddress(location.hash);
    window.addEventListener('hashchange', onChange);
    get<CollectionForm[]>('forms').then(setForms, (error: ApiError) =>
      setFailure(error.status === 401 ? '这个地址过期了。请用启动编辑台时给出的新地址打开。' : error.message),
    );
    // A file that misses its place must not replace the desk with itself.
    const refuse = (event: DragEvent) => {
      if (isFileDrag(event)) event.preventDefault();
    };
    window.addEventListener('dragover', refuse);
    window.addEventListener('drop', refuse);
    const ended = new AbortController();
    void listen(() => setChanges((count) => count + 1), ended.signal);
    return () => {
      window.removeEventListener('hashchange', onChange);
      window.removeEventListener('dragover', refuse);
      window.removeEventListener('drop', refuse);
      ended.abort();
    };
  }, []);

  if (failure !== undefined)
    return (
      <main class="lone">
        <h1>编辑台没有打开</h1>
        <p role="alert">{failure}</p>
      </main>
    );
  if (forms === undefined) return <p class="waiting">编辑台正在打开……</p>;
  const key = documentAt(address);
  if (address === '#/history') return <HistoryPage changes={changes} />;
  if (key === undefined) return <DocumentList forms={forms} changes={changes} />;
  const form = forms.find(({ collection }) => collection === key.collection);
  if (form === undefined) return <p class="waiting">没有这一类文件。</p>;
  return <DocumentPage key={address} form={form} document={key} changes={changes} />;
}
