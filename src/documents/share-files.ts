/** The shared texts of a document, in the same folder as its pictures, `/share/COLLECTION/SLUG/`. */
import type { ContentDocument } from './document.ts';
import { collectionsWithShareImages } from './share-image-path.ts';

/** The text for a chat group, the script for the loudspeaker, the text message, the article for the official account, and for policies everything in one file. */
export type ShareFileName = 'message.txt' | 'broadcast.txt' | 'sms.txt' | 'article.html' | 'all.zip';

type Which = Pick<ContentDocument, 'collection' | 'slug'>;

/** The address of one of them, from the site root. */
export function shareFile({ collection, slug }: Which, name: ShareFileName): string {
  return `/share/${collection}/${slug}/${name}`;
}

/** Whether a document has such files; a guide has only the text on its own page. */
export function hasShareFiles({ collection }: Pick<ContentDocument, 'collection'>): boolean {
  return collectionsWithShareImages.includes(collection);
}
