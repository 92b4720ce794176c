/** @jsxImportSource preact */
/** All documents and records, with search and state. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import { formatDate } from '../../documents/dates.ts';
import { get } from './api.ts';
import { addressOfDocument } from './document-address.ts';
import { IncomingFiles } from './incoming-files.tsx';
import { NewDocument } from './new-document.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { WaitingList } from './waiting-list.tsx';
import type { CollectionForm, DocumentRow } from './wire.ts';

export const stateLabels = {
  published: '已发布',
  changed: '改过，还没发布',
  draft: '草稿',
  new: '新写的，还没发布',
  inherited: '上级的',
} as const;

interface Props {
  forms: readonly CollectionForm[];
  /** Another number after each change of the content. */
  changes: number;
}

export function DocumentList({ forms, changes }: Props) {
  const [rows, setRows] = useState<DocumentRow[]>();
  const [failure, setFailure] = useState('');
  const [query, setQuery] = useState('');
  const [collection, setCollection] = useState('');
  const [isPublishing, setPublishing] = useState(false);
  const [unsent, setUnsent] = useState<readonly string[]>([]);
  useEffect(() => {
    get<DocumentRow[]>('documents').then(setRows, (error: Error) => setFailure(error.message));
    get<string[]>('unsent').then(setUnsent, () => undefined);
  }, [changes]);
  const found = useMemo(() => findRows(rows ?? [], collection, query), [rows, collection, query]);
  const own = found.filter(({ state }) => state !== 'inherited');
  const inherited = found.filter(({ state }) => state === 'inherited');
  const unpublished = (rows ?? []).filter(({ state }) => isUnpublished(state));
  const count = unpublished.length + unsent.length;

  return (
    <>
      <header class="bar">
        <h1>编辑台</h1>
        <a class="button" href="#/history">
          发布过的
        </a>
        <button type="button" class="button main" disabled={count === 0} onClick={() => setPublishing(true)}>
          {count === 0 ? '没有要发布的' : `发布（${count}）`}
        </button>
      </header>
      <main class="list-page">
        <WaitingList forms={forms} rows={rows ?? []} changes={changes} />
        <section class="begin" aria-label="写新的">
          <h2>写新的</h2>
          <NewDocument forms={forms} />
          <IncomingFiles forms={forms} />
        </section>
        <section aria-label="找一篇来改">
          <div class="filters">
            <label>
              找一篇{' '}
              <input
                type="search"
                value={query}
                placeholder="标题里的字，例如：低保"
                onInput={(event) => setQuery(event.currentTarget.value)}
              />
            </label>
            <label>
              哪一类{' '}
              <select value={collection} onChange={(event) => setCollection(event.currentTarget.value)}>
                <option value="">全部</option>
                {forms.map((form) => (
                  <option key={form.collection} value={form.collection}>
                    {form.label}
                  </option>
                ))}
              </select>
            </label>
          </div>
          {failure !== '' && <p role="alert">{failure}</p>}
          <p class="count" aria-live="polite">
            {rows === undefined ? '正在读……' : countWords(own.length, inherited.length)}
          </p>
          <Rows forms={forms} rows={own} />
          <InheritedRows forms={forms} rows={inherited} />
        </section>
      </main>
      {isPublishing && (
        <PublishDialog rows={unpublished} unsent={unsent} onClose={() => setPublishing(false)} />
      )}
    </>
  );
}

/** Whether there is something of it to publish that is no draft. */
const isUnpublished = (state: DocumentRow['state']) => state === 'changed' || state === 'new';

const countWords = (own: number, inherited: number) =>
  inherited === 0 ? `${own} 篇` : `我们的 ${own} 篇，上级的 ${inherited} 篇`;

function Rows({ forms, rows }: { forms: readonly CollectionForm[]; rows: readonly DocumentRow[] }) {
  const labels = new Map<string, string>(forms.map(({ collection, label }) => [collection, label]));
  return (
    <ul class="rows">
      {rows.map((row) => (
        <li key={row.file}>
          <a href={addressOfDocument(row)}>
            <b>{row.title || row.slug}</b>
            {row.state !== 'inherited' && !(row.state === 'published' && row.heldUntil) && (
              <span class={`state ${row.state}`}>{stateLabels[row.state]}</span>
            )}
            {row.heldUntil !== undefined && (
              <span class="state held">定于{formatDate(row.heldUntil)}发布</span>
            )}
            {row.state === 'inherited' && <span class="state inherited">来自上级：{row.from}</span>}
            {row.inherits === 'none' && <span class="state inherited">上级有，我们不用</span>}
            {row.isBaseChanged && <span class="state changed">上级改了，请看一看</span>}
            {row.inherits === 'rest' && <span class="state inherited">上级的，我们改了几处</span>}
            <span class="soft">{labels.get(row.collection)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}

/** The most inherited rows at once: a province has thousands, and an editor looks for one. */
const MAX_INHERITED_ROWS = 60;

function InheritedRows({ forms, rows }: { forms: readonly CollectionForm[]; rows: readonly DocumentRow[] }) {
  if (rows.length === 0) return null;
  const left = rows.length - MAX_INHERITED_ROWS;
  return (
    <section aria-labelledby="inherited-label">
      <h2 id="inherited-label">上级写好的，我们直接用</h2>
      <Rows forms={forms} rows={rows.slice(0, MAX_INHERITED_ROWS)} />
      {left > 0 && <p class="soft">还有 {left} 篇，在上面写几个字来找。</p>}
    </section>
  );
}

/** The rows of a collection, all for '', whose title or file has each word of the query; unpublished work first. */
export function findRows(rows: readonly DocumentRow[], collection: string, query: string): DocumentRow[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const rank = ({ state }: DocumentRow) => (state === 'published' ? 1 : 0);
  return rows
    .filter((row) => collection === '' || row.collection === collection)
    .filter((row) => words.every((word) => `${row.title} ${row.slug}`.toLowerCase().includes(word)))
    .sort((a, b) => rank(a) - rank(b) || b.updated.localeCompare(a.updated));
}
