/** The address of a document within the desk, behind the `#`. */
import type { DocumentKey } from './wire.ts';

export const addressOfDocument = ({ collection, slug }: DocumentKey): string => `#/${collection}/${slug}`;

/** The document that an address names; undefined for the list. */
export function documentAt(address: string): DocumentKey | undefined {
  const [, collection, slug] = /^#\/([\w-]+)\/([\w.-]+)$/.exec(address) ?? [];
  return collection !== undefined && slug !== undefined ? { collection, slug } : undefined;
}
