/** Paths and sizes of the share images of a document. */
import type { DocumentCollection } from '../schema/collection-name.ts';

/** A poster, two link previews and the QR code. */
export const shareImageNames = ['poster', 'card', 'square', 'qr'] as const;
export type ShareImageName = (typeof shareImageNames)[number];

/** Sizes in pixels; a QR code is as large as its address needs. */
export const shareImageSizes = {
  card: { widthPx: 1200, heightPx: 630 },
  square: { widthPx: 500, heightPx: 500 },
  poster: { widthPx: 1080, heightPx: 1920 },
} as const;

/** Collections whose documents have share images. */
export const collectionsWithShareImages: readonly DocumentCollection[] = ['policies', 'stories', 'notices'];

/** The path of an image from the site root, `/share/policies/di-bao/card.png`. */
export function shareImagePath(
  { collection, slug }: { collection: DocumentCollection; slug: string },
  name: ShareImageName,
): string {
  return `/share/${collection}/${slug}/${name}.png`;
}
