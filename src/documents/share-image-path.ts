/** Where the pictures of a document stand, and how large they are: for pages that show them and for the build that makes them. */
import type { DocumentCollection } from '../schema/collection-name.ts';

/** The pictures of a document: a poster, two for link cards, and the QR code alone. */
export const shareImageNames = ['poster', 'card', 'square', 'qr'] as const;
export type ShareImageName = (typeof shareImageNames)[number];

/** Sizes in pixels; a QR code is as large as its address needs. */
export const shareImageSizes = {
  card: { widthPx: 1200, heightPx: 630 },
  square: { widthPx: 500, heightPx: 500 },
  poster: { widthPx: 1080, heightPx: 1920 },
} as const;

/** Collections whose documents have pictures. */
export const collectionsWithShareImages: readonly DocumentCollection[] = ['policies', 'stories', 'notices'];

/** The address of a picture from the site's top: `/share/policies/di-bao/card.png`. */
export function shareImagePath(
  { collection, slug }: { collection: DocumentCollection; slug: string },
  name: ShareImageName,
): string {
  return `/share/${collection}/${slug}/${name}.png`;
}
