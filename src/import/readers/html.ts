/** Reads a web page, with what it states about itself. */
import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { treeText } from '../../markup/index.ts';
import { dayIn } from '../days.ts';
import { find } from '../sanitize.ts';
import { countTreeCharacters, type Reader, type SourceMetadata } from '../source-document.ts';
import { textOf } from './text-encoding.ts';

export const readHtml: Reader = async (bytes, { fileName }) => {
  const { text, notes } = textOf(bytes, fileName);
  const root = fromHtml(text);
  return {
    root,
    pictures: new Map(),
    omissions: [],
    additions: [],
    sourceCharacters: countTreeCharacters(root),
    notes,
    hasTitle: false,
    metadata: metadataOf(root),
  };
};

/** The metadata in the head of a web page, by the names of the national guideline. */
function metadataOf(root: Root): SourceMetadata {
  const meta = (name: string) => {
    const found = find(
      root,
      ({ tagName, properties }) =>
        tagName === 'meta' && String(properties.name).toLowerCase() === name.toLowerCase(),
    );
    return String(found?.properties.content ?? '').trim() || undefined;
  };
  const link = find(
    root,
    ({ tagName, properties }) => tagName === 'link' && [properties.rel].flat().includes('canonical'),
  );
  const title = find(root, ({ tagName }) => tagName === 'title');
  const url = String(link?.properties.href ?? meta('Url') ?? '');
  return {
    title:
      meta('ArticleTitle') ?? (title && (treeText(title).split(/[_|]|\s-\s/)[0] ?? '').trim()) ?? undefined,
    publisher: meta('ContentSource'),
    date: dayIn(meta('PubDate') ?? ''),
    url: /^https?:\/\/\S+$/.test(url) ? url : undefined,
  };
}
