/** The page on which a document or record is seen. */
import { addressOf, recordAddress } from '../documents/address.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import type { DeskDocument } from './contract.ts';
import { isSingleFile, singleFiles } from './single-files.ts';

/** Its address from the site's root, without an anchor. */
export function pageAddress({ collection, slug }: DeskDocument): string {
  if (isSingleFile(collection)) return singleFiles[collection].address;
  // A rate is part of other pages.
  if (collection === 'rates') return '/policies/';
  return isDocumentCollection(collection)
    ? addressOf(collection, slug)
    : recordAddress(collection, slug).replace(/#.*$/, '');
}
