/**
 * Packed copies beside the files, `.gz` and `.br`, which a web server sends as they lie. Packing is the slowest part
 * of a publication, so what was packed for the last release is taken from there by the digest of what it was packed from.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

/** Files that get smaller; pictures, fonts and the search index are packed already. */
const PACKABLE = /\.(?:html|css|js|json|txt|xml|svg|webmanifest|ics)$/;
/** Below this, a packed answer is no fewer packets. */
const LEAST_BYTES = 1000;

/**
 * Quality 10 makes pages of 33 KB 20 % smaller than gzip, and 6 % smaller than 8 does, for 19 instead of 2 ms a page: a page
 * is packed once and read many times. 11 would save 1 % more for 45 ms, and 9 nothing for 110: its tables are large, and the
 * system hands them out anew for each file. Long files change with every document: there 8 is enough, 18 ms for 253 KB.
 */
const QUALITY = 10;
const QUALITY_OF_LONG = 8;
const LONG_BYTES = 60_000;

export const packings = ['gz', 'br'] as const;
export type Packing = (typeof packings)[number];

/** Whether a file is worth packing. */
export function isPackable(path: string, bytes: number): boolean {
  return bytes >= LEAST_BYTES && PACKABLE.test(path);
}

const packers: Record<Packing, (bytes: Uint8Array) => Promise<Uint8Array>> = {
  gz: (bytes) => promisify(gzip)(bytes, { level: 9 }),
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: bytes.length > LONG_BYTES ? QUALITY_OF_LONG : QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
      },
    }),
};

/** The bytes packed; the same bytes give the same packed bytes. */
export function pack(bytes: Uint8Array, packing: Packing): Promise<Uint8Array> {
  return packers[packing](bytes);
}
