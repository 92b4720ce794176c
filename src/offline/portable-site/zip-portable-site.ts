/** The portable site as a zip; deterministic. */
import { type Zippable, zipSync } from 'fflate';
import { zipEntryMarks } from '../../documents/zip-entry.ts';
import type { PortableFiles } from './make-portable-site.ts';

/** Compressed formats: compressing them again costs time and saves nothing. */
const COMPRESSED_FILES =
  /\.(?:png|jpe?g|webp|avif|gif|zip|mp3|m4a|aac|ogg|opus|mp4|webm|woff2?|docx|xlsx|pptx)$/;

/** The zip, its files sorted by name and dated `day` (`YYYY-MM-DD`). */
export function zipPortableSite(site: PortableFiles, day: string): Uint8Array {
  const files: Zippable = {};
  for (const [path, bytes] of Array.from(site).sort(([a], [b]) => (a < b ? -1 : 1))) {
    files[path] = [bytes, { level: COMPRESSED_FILES.test(path) ? 0 : 6 }];
  }
  return zipSync(files, zipEntryMarks(day));
}
