/** Where the files lie that travel with a document: `/share/COLLECTION/SLUG/…`. */
import type { Document } from './document.ts';

export const shareFileNames = {
  card: 'card.png',
  square: 'square.png',
  poster: 'poster.png',
  qr: 'qr.png',
  message: 'message.txt',
  broadcast: 'broadcast.txt',
  /** All of it, and the printed sheet; policies only. */
  bundle: 'all.zip',
} as const;

/** The folder of a document, from the site's top. */
export function shareFolder({ collection, slug }: Pick<Document, 'collection' | 'slug'>): string {
  return `/share/${collection}/${slug}/`;
}

/** The address of one of its files. */
export function shareFile(
  document: Pick<Document, 'collection' | 'slug'>,
  name: keyof typeof shareFileNames,
): string {
  return shareFolder(document) + shareFileNames[name];
}

/** Whether the build draws posters and codes: the panel offers only what is there. */
export const hasPictures: boolean = false;

/** Whether a document has such files; guides have only a text. */
export function hasShareFiles({ collection }: Pick<Document, 'collection'>): boolean {
  return collection !== 'pages';
}
