/**
 * Every short address of the site and its target. A document's former addresses and withdrawn ones keep their codes: a printed code
 * works for ever.
 */
import { addressOf, documentAt } from './address.ts';
import type { ContentDocument } from './document.ts';
import { allDocuments, listRedirects, listWithdrawnPages } from './redirects.ts';
import { shortCode } from './short-address.ts';
import type { Site } from './site.ts';

/** One short address, `/s/CODE/`. */
export interface ShortLink {
  code: string;
  /** The target: the document itself, or the page about its withdrawal. */
  to: string;
  title: string;
  summary: string;
  /** The document; absent if it was withdrawn. */
  document?: ContentDocument | undefined;
}

/** All short addresses, each code once; an existing document has priority over a moved or withdrawn one. */
export function shortLinks(site: Site): ShortLink[] {
  const links = new Map<string, ShortLink>();
  const add = (address: string, to: string, title: string, summary: string, document?: ContentDocument) => {
    const at = documentAt(address);
    if (at === undefined) return;
    const code = shortCode(at.collection, at.slug);
    if (!links.has(code)) links.set(code, { code, to, title, summary, document });
  };
  const documents = new Map(
    allDocuments(site).map((document) => [addressOf(document.collection, document.slug), document]),
  );
  for (const [address, document] of documents) {
    add(address, address, document.data.title, document.data.summary, document);
  }
  for (const { from, to, title } of listRedirects(site)) {
    const document = documents.get(to);
    add(from, to, title, document?.data.summary ?? title, document);
  }
  for (const { address, reason } of listWithdrawnPages(site)) {
    add(address, address, '这一页撤下了', reason ?? '点开看为什么，现在该看哪一页。');
  }
  return [...links.values()];
}
