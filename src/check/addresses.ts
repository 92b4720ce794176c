/** The addresses of the site, for the rules about links. */
import { addressOf, aliasAddress, reservedNames } from '../documents/address.ts';
import { allAddresses } from '../documents/all-addresses.ts';
import { isHeldBack, isPublishedLater } from '../documents/held-back.ts';
import { paginationRedirects } from '../documents/paginated-lists.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import type { CheckedContent } from './rule.ts';

export interface Addresses {
  /** Pages of published documents, including those with errors: their pages return once the errors are fixed. */
  documents: ReadonlyMap<string, AnnotatedFile>;
  /** Pages of documents that are drafts. */
  drafts: ReadonlyMap<string, AnnotatedFile>;
  /** Pages of documents that wait for their day. */
  held: ReadonlyMap<string, AnnotatedFile>;
  /** The day of the site. */
  today: string;
  /** Lists, pages of records, former and withdrawn addresses, files. */
  others: ReadonlySet<string>;
}

const cache = new WeakMap<CheckedContent, Addresses>();

/** The addresses of the site. */
export function addressesOf(content: CheckedContent): Addresses {
  const found = cache.get(content) ?? collectAddresses(content);
  cache.set(content, found);
  return found;
}

function collectAddresses({ allSources, site, publicFiles }: CheckedContent): Addresses {
  const pages = allSources.flatMap((source) =>
    source.collection !== undefined && isDocumentCollection(source.collection)
      ? [{ source, address: addressOf(source.collection, source.slug) }]
      : [],
  );
  const { today } = site;
  const entries = (is: (source: AnnotatedFile) => boolean) =>
    new Map(pages.filter(({ source }) => is(source)).map(({ source, address }) => [address, source]));
  const documents = entries((source) => !source.isDraft && !isHeldBack(source, today));
  const aliases = [...documents.values()].flatMap(aliasesOf);
  const withdrawn = site.ledger
    .filter((entry) => entry.withdrawn !== undefined)
    .map(({ address }) => address);
  const lists = allAddresses(site).map(({ address }) => address);
  const formerPages = paginationRedirects(site).map(({ from }) => from);
  const files = publicFiles.map(({ address }) => address);
  return {
    documents,
    drafts: entries(({ isDraft }) => isDraft),
    held: entries((source) => !source.isDraft && isHeldBack(source, today)),
    today,
    others: new Set([...aliases, ...withdrawn, ...lists, ...formerPages, ...files]),
  };
}

/** The former addresses that a document claims. */
export function aliasesOf(source: AnnotatedFile): string[] {
  const { collection, document } = source;
  if (collection === undefined || !isDocumentCollection(collection)) return [];
  // The texts of a file are searched only if its fields are invalid.
  const aliases = document
    ? (document.data.aliases ?? [])
    : source.texts.filter(({ path }) => path[0] === 'aliases').map(({ text }) => text);
  return aliases.map((alias) => aliasAddress(collection, alias));
}

/** Whether an address from the site's root resolves, for as long as the document `from` is published; without it now. */
export function isResolvable(address: string, addresses: Addresses, from?: AnnotatedFile): boolean {
  if (addresses.documents.has(address) || addresses.others.has(address)) return true;
  const held = addresses.held.get(address);
  if (held !== undefined) return from !== undefined && !isPublishedLater(held, from, addresses.today);
  const [, first = '', second] = address.split('/');
  // Files that the build generates: short addresses, pictures, feeds. Their own modules check them.
  if (/\.(?:xml|webmanifest|txt|ics|html|js|png)$/.test(address)) return true;
  const isMade = reservedNames.has(first) && !['policies', 'stories', 'notices', 'pages'].includes(first);
  return (
    isMade &&
    (second === undefined || second === '' || ['s', 'share', 'assets', 'toolkit', 'digest'].includes(first))
  );
}
