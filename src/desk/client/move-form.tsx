/** @jsxImportSource preact */
/** Gives a document another address; what links to it may follow at once. */
import { useEffect, useState } from 'preact/hooks';
import { get, post } from './api.ts';
import { addressOfDocument } from './document-address.ts';
import type { DocumentKey } from './wire.ts';

interface Props {
  document: DocumentKey;
  onFailure: (message: string) => void;
}

export function MoveForm({ document: key, onFailure }: Props) {
  const [slug, setSlug] = useState(key.slug);
  const [links, setLinks] = useState<(DocumentKey & { title: string })[]>([]);
  const [withLinks, setWithLinks] = useState(true);
  useEffect(() => {
    get<typeof links>(`links/${key.collection}/${key.slug}`).then(setLinks, () => undefined);
  }, []);
  const move = (event: Event) => {
    event.preventDefault();
    post<DocumentKey>('move', { ...key, to: slug, withLinks }).then(
      (moved) => {
        location.hash = addressOfDocument(moved);
      },
      (error: Error) => onFailure(error.message),
    );
  };
  return (
    <form onSubmit={move}>
      <h3>换网址</h3>
      <p>旧网址还能打开，会转到新的。纸上、群里的旧链接都不断。</p>
      <label>
        网址的最后一段（小写字母、数字、短横）
        <input type="text" value={slug} onInput={(event) => setSlug(event.currentTarget.value.trim())} />
      </label>
      {links.length > 0 && (
        <label class="links">
          <input
            type="checkbox"
            checked={withLinks}
            onChange={(event) => setWithLinks(event.currentTarget.checked)}
          />{' '}
          还有 {links.length} 页链到这里，一起改：{links.map(({ title }) => `《${title}》`).join('')}
        </label>
      )}
      <button type="submit" class="button" disabled={slug === '' || slug === key.slug}>
        换
      </button>
    </form>
  );
}
