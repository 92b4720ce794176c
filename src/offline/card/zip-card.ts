/** The files of a card as one zip; the same files always give the same bytes. */
import { type Zippable, zipSync } from 'fflate';
import { zipEntryMarks } from '../../documents/zip-entry.ts';
import type { CardFiles } from './make-card.ts';

/** What is packed already: packing it again costs time and gains nothing. */
const PACKED = /\.(?:png|jpe?g|webp|avif|gif|zip|mp3|m4a|aac|ogg|opus|mp4|webm|woff2?|docx|xlsx|pptx)$/;

/** The zip, its files in the order of their names, dated `day` (`YYYY-MM-DD`). */
export function zipCard(card: CardFiles, day: string): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Array.from(card).sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[path] = [bytes, { level: PACKED.test(path) ? 0 : 6 }];
  }
  return zipSync(files, zipEntryMarks(day));
}
