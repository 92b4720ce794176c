/** @jsxImportSource preact */
/** The ways to begin: an empty form, or a file of the office that is read in. */
import { useRef, useState } from 'preact/hooks';
import { post, upload } from './api.ts';
import { addressOfDocument } from './document-address.ts';
import type { CollectionForm, DocumentKey } from './wire.ts';

const PAGES = ['policies', 'stories', 'pages', 'notices'];

interface Imported extends DocumentKey {
  ledger: string;
  summary: string[];
  notes: string[];
}

/** The report of the last import of each document, for its form. */
export const importReports = new Map<string, Imported>();

export function NewDocument({ forms }: { forms: readonly CollectionForm[] }) {
  const kinds = forms.filter(({ collection }) => PAGES.includes(collection));
  const [collection, setCollection] = useState(kinds[0]?.collection ?? '');
  const [title, setTitle] = useState('');
  const [answer, setAnswer] = useState('');
  const [isOver, setOver] = useState(false);
  const input = useRef<HTMLInputElement>(null);

  const open = (key: DocumentKey) => {
    location.hash = addressOfDocument(key);
  };
  const create = (event: Event) => {
    event.preventDefault();
    if (title.trim() === '') return setAnswer('请先写一个标题。');
    post<DocumentKey>('documents', { collection, title }).then(open, (error: Error) =>
      setAnswer(error.message),
    );
  };
  const read = (file: File | undefined) => {
    if (file === undefined) return;
    setAnswer(`正在读《${file.name}》……`);
    upload<Imported>(`import?as=${collection}`, file).then(
      (imported) => {
        importReports.set(addressOfDocument(imported), imported);
        open(imported);
      },
      (error: Error) => setAnswer(error.message),
    );
  };
  return (
    <section
      class={`begin ${isOver ? 'over' : ''}`}
      aria-label="写一篇新的"
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        read(event.dataTransfer?.files[0]);
      }}
    >
      <h2>写一篇新的</h2>
      <form onSubmit={create}>
        <label>
          哪一类{' '}
          <select value={collection} onChange={(event) => setCollection(event.currentTarget.value)}>
            {kinds.map((form) => (
              <option key={form.collection} value={form.collection}>
                {form.label}
              </option>
            ))}
          </select>
        </label>
        <label class="wide">
          标题 <input type="text" value={title} onInput={(event) => setTitle(event.currentTarget.value)} />
        </label>
        <button type="submit" class="button main">
          开始写
        </button>
      </form>
      <p>
        已经有 Word、PDF、WPS、网页文件？拖到这里，或者{' '}
        <button type="button" class="link" onClick={() => input.current?.click()}>
          选一个文件
        </button>
        ，编辑台读成草稿，再由你补全。
      </p>
      <input
        ref={input}
        type="file"
        class="unseen"
        tabIndex={-1}
        aria-label="选一个文件读进来"
        onChange={(event) => read(event.currentTarget.files?.[0])}
      />
      <p aria-live="polite">{answer}</p>
    </section>
  );
}
