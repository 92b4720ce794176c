/** The addresses that the answer to a push names. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { addressOf } from '../../src/documents/address.ts';
import { documentCollections } from '../../src/schema/collection-name.ts';

/** Maximum of printed addresses; an editor who changed more finds the others without help. */
const MAX_PRINTED_ADDRESSES = 5;

/** The addresses of the documents among the files that have a page in the built site `folder`, otherwise the home page. */
export function pageAddresses(folder: string, files: readonly string[]): string[] {
  const addresses = files.flatMap((file) => {
    const [, collection, slug] = /^content\/(\w+)\/(?:.+\/)?([^/]+)\.mdx$/.exec(file) ?? [];
    const name = documentCollections.find((each) => each === collection);
    return name === undefined || slug === undefined ? [] : [addressOf(name, slug)];
  });
  const existing = addresses.filter((address) => existsSync(join(folder, address, 'index.html')));
  const isListed = existing.length > 0 && existing.length <= MAX_PRINTED_ADDRESSES;
  return isListed ? existing : ['/'];
}
