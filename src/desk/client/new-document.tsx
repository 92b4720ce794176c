/** @jsxImportSource preact */
/** Begins a document or a record: which kind, what it is called, and the name of its file, proposed from that. */
import { useEffect, useState } from 'preact/hooks';
import { type ApiError, get, post } from './api.ts';
import { addressOfDocument } from './document-address.ts';
import { type CollectionForm, type DocumentKey, isDocument } from './wire.ts';

/** A pause in typing after which a name is proposed. */
const PAUSE_MS = 300;

export function NewDocument({ forms }: { forms: readonly CollectionForm[] }) {
  const kinds = forms.filter(({ isSingle }) => isSingle !== true);
  const [collection, setCollection] = useState(kinds[0]?.collection ?? '');
  const [title, setTitle] = useState('');
  /** The editor's own name; undefined for the proposed one. */
  const [slug, setSlug] = useState<string>();
  const [failure, setFailure] = useState('');
  const proposed = useProposedName(collection, title);
  const chosen = kinds.find((form) => form.collection === collection);

  const create = (event: Event) => {
    event.preventDefault();
    if (title.trim() === '') return setFailure('请先写一个名字。');
    // Without a name of the editor's own the server takes the first that is free.
    post<DocumentKey>('documents', { collection, title, slug }).then(
      (key) => {
        location.hash = addressOfDocument(key);
      },
      (error: ApiError) => setFailure(error.message),
    );
  };
  return (
    <form class="new" onSubmit={create} aria-label="新建">
      <label>
        新建一个{' '}
        <select value={collection} onChange={(event) => setCollection(event.currentTarget.value)}>
          <Options label="有网页的" forms={kinds.filter(isDocument)} />
          <Options label="别处要用到的" forms={kinds.filter((form) => !isDocument(form))} />
        </select>
      </label>
      <label class="wide">
        {nameLabel(chosen)}{' '}
        <input
          type="text"
          value={title}
          placeholder={nameExample(chosen)}
          onInput={(event) => {
            setTitle(event.currentTarget.value);
            setFailure('');
          }}
        />
      </label>
      <button type="submit" class="button main">
        开始写
      </button>
      <p class="help">{chosen?.help}</p>
      {proposed !== '' && (
        <label class="slug">
          {chosen !== undefined && isDocument(chosen) ? '网址里的名字' : '代号，定了就不改'}{' '}
          <input
            type="text"
            value={slug ?? proposed}
            onInput={(event) => setSlug(event.currentTarget.value.trim() || undefined)}
          />
          <span class="soft">按拼音起好了，可以改短。</span>
        </label>
      )}
      {failure !== '' && <p role="alert">{failure}</p>}
    </form>
  );
}

function Options({ label, forms }: { label: string; forms: readonly CollectionForm[] }) {
  return (
    <optgroup label={label}>
      {forms.map((form) => (
        <option key={form.collection} value={form.collection}>
          {form.label}
        </option>
      ))}
    </optgroup>
  );
}

/** The name that the server proposes for a title; '' without a title. */
function useProposedName(collection: string, title: string): string {
  const [proposed, setProposed] = useState('');
  useEffect(() => {
    if (title.trim() === '') return setProposed('');
    let isGone = false;
    const timer = setTimeout(() => {
      get<{ slug: string }>(`names/${collection}?title=${encodeURIComponent(title)}`).then(
        ({ slug }) => {
          if (!isGone) setProposed(slug);
        },
        // The server then proposes it when the file is made.
        () => undefined,
      );
    }, PAUSE_MS);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [collection, title]);
  return proposed;
}

/** The label of the field by which people know an entry. */
const nameField = (form: CollectionForm | undefined) =>
  form?.fields.find(({ name }) => name === 'title' || name === 'name' || name === 'term');

const nameLabel = (form: CollectionForm | undefined): string => nameField(form)?.label ?? '名字';

function nameExample(form: CollectionForm | undefined): string {
  const example = nameField(form)?.example;
  return typeof example === 'string' ? `例如：${example}` : '';
}
