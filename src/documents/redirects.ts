/** Former addresses: the targets of moved ones, and the notices of withdrawn ones. */
import { addressOf, aliasAddress } from './address.ts';
import type { ContentDocument } from './document.ts';
import type { Site } from './site.ts';

/** An old address and its target. */
export interface Redirect {
  from: string;
  to: string;
  title: string;
}

/** Every document of the site. */
export function allDocuments(site: Site): ContentDocument[] {
  return [...site.policies, ...site.stories, ...site.notices, ...site.guides];
}

/** Every former address of every document. */
export function listRedirects(site: Site): Redirect[] {
  return allDocuments(site).flatMap(({ collection, slug, data }) =>
    (data.aliases ?? []).map((alias) => ({
      from: aliasAddress(collection, alias),
      to: addressOf(collection, slug),
      title: data.title,
    })),
  );
}

/** A withdrawn address, with its replacement, if any. */
export interface WithdrawnPage {
  address: string;
  withdrawn: string;
  reason?: string | undefined;
  replacement?: { address: string; title: string } | undefined;
}

/** Every withdrawn address of the ledger that the site does not use again. */
export function listWithdrawnPages(site: Site): WithdrawnPage[] {
  // Most sites have withdrawn nothing: then the existing addresses need not be collected.
  if (site.ledger.every(({ withdrawn }) => withdrawn === undefined)) return [];
  const standing = new Map([
    ...allDocuments(site).map(
      ({ collection, slug, data }) => [addressOf(collection, slug), data.title] as const,
    ),
    ...(['actions', 'audiences', 'places'] as const).flatMap((name) =>
      site[name].map(
        (record) => [`/${name}/${record.id}/`, 'name' in record ? record.name : record.title] as const,
      ),
    ),
  ]);
  const moved = new Set(listRedirects(site).map(({ from }) => from));
  return site.ledger.flatMap(({ address, withdrawn, reason, replacedBy }) => {
    if (withdrawn === undefined || standing.has(address) || moved.has(address)) return [];
    const title = replacedBy === undefined ? undefined : standing.get(replacedBy);
    const replacement =
      replacedBy === undefined ? undefined : { address: replacedBy, title: title ?? '看这里' };
    return [{ address, withdrawn, reason, replacement }];
  });
}
