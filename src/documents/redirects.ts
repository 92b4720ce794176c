/** Addresses of before: where those that moved lead now, and what those that were withdrawn have to say. */
import { addressOf, aliasAddress } from './address.ts';
import type { Document } from './document.ts';
import type { Site } from './site.ts';

/** An old address and where it leads now. */
export interface Redirect {
  from: string;
  to: string;
  title: string;
}

/** Every document of the site. */
export function allDocuments(site: Site): Document[] {
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

/** An address that was withdrawn, with what takes its place where there is something. */
export interface WithdrawnPage {
  address: string;
  withdrawn: string;
  reason?: string | undefined;
  replacement?: { address: string; title: string } | undefined;
}

/** Every withdrawn address of the ledger at which nothing stands again. */
export function listWithdrawnPages(site: Site): WithdrawnPage[] {
  // Most sites have withdrawn nothing: then nobody has to know what stands.
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
