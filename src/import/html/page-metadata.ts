/** What a web page states about itself: the names of the national guideline, those of chat accounts, then its title. */
import type { Element, Root } from 'hast';
import { treeText } from '../../markup/index.ts';
import { dayIn } from '../fields/calendar.ts';
import { find } from '../sanitize.ts';
import type { SourceMetadata } from '../source-document.ts';

export function pageMetadata(root: Root): SourceMetadata {
  const meta = (name: string) => {
    const found = find(
      root,
      ({ tagName, properties }) =>
        tagName === 'meta' &&
        [properties.name, properties.property].some(
          (each) => String(each).toLowerCase() === name.toLowerCase(),
        ),
    );
    return String(found?.properties.content ?? '').trim() || undefined;
  };
  const textAt = (id: string) => {
    const found = find(root, (element: Element) => element.properties.id === id);
    return (found && treeText(found).trim()) || undefined;
  };
  const link = find(
    root,
    ({ tagName, properties }) => tagName === 'link' && [properties.rel].flat().includes('canonical'),
  );
  const title = find(root, ({ tagName }) => tagName === 'title');
  const url = String(link?.properties.href ?? meta('Url') ?? meta('og:url') ?? '');
  return {
    title:
      meta('ArticleTitle') ??
      textAt('activity-name') ??
      meta('og:title') ??
      ((title && (treeText(title).split(/[_|]|\s-\s/)[0] ?? '').trim()) || undefined),
    publisher: meta('ContentSource') ?? textAt('js_name'),
    date: dayIn(meta('PubDate') ?? textAt('publish_time') ?? ''),
    url: /^https?:\/\/\S+$/.test(url) ? url : undefined,
  };
}
