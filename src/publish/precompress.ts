/**
 * Compressed copies of files, `.gz` and `.br`, which a web server sends as they are. Compressing is the slowest part of a
 * publication: copies of the last release are reused if the digest of the original is the same.
 */
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import { gzipBest } from '../cache/gzip.ts';

/** Text formats; pictures, fonts and the search index are compressed already. */
const COMPRESSIBLE = /\.(?:html|css|js|json|txt|xml|svg|webmanifest|ics)$/;
/** A smaller response needs as many packets without compression. */
const MIN_COMPRESSIBLE_BYTES = 1000;

/**
 * Quality 10 makes a page of 33 KB 20 % smaller than gzip does and 6 % smaller than quality 8, for 19 instead of 2 ms: a page is
 * compressed once and read many times. 11 would save 1 % more for 45 ms, and 9 nothing for 110: its large tables are allocated
 * again for each file. Long files change with every document: for them 8 is enough, 18 ms for 253 KB. So it is for a file that replaces
 * another one: an editor waits for it, and lists and counted days change again soon.
 */
const BROTLI_QUALITY = 10;
const BROTLI_QUALITY_OF_CHANGING_FILES = 8;
const MIN_LONG_FILE_BYTES = 60_000;

export const encodings = ['gz', 'br'] as const;
export type Encoding = (typeof encodings)[number];

/** Whether compressing a file is worth it. */
export function isCompressible(path: string, bytes: number): boolean {
  return bytes >= MIN_COMPRESSIBLE_BYTES && COMPRESSIBLE.test(path);
}

const compressors: Record<Encoding, (bytes: Uint8Array, isChanging: boolean) => Promise<Uint8Array>> = {
  gz: gzipBest,
  br: (bytes, isChanging) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]:
          isChanging || bytes.length > MIN_LONG_FILE_BYTES
            ? BROTLI_QUALITY_OF_CHANGING_FILES
            : BROTLI_QUALITY,
        [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
        [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.length),
      },
    }),
};

/**
 * The binary logarithm of the smallest window that holds a whole file. With Brotli's default of 4 MB a page of 40 KB took twice as long at
 * quality 8, most of it to allocate the window; the bytes are the same.
 */
function windowBits(length: number): number {
  const needed = Math.ceil(Math.log2(length + BROTLI_WINDOW_GAP));
  return Math.min(constants.BROTLI_DEFAULT_WINDOW, Math.max(constants.BROTLI_MIN_WINDOW_BITS, needed));
}

/** A window of n bits holds this number of bytes less than 2^n (RFC 7932, section 9.1). */
const BROTLI_WINDOW_GAP = 16;

/** The compressed bytes; `isChanging` for a file that replaces another one. Equal input gives equal output. */
export function compress(bytes: Uint8Array, encoding: Encoding, isChanging = false): Promise<Uint8Array> {
  return compressors[encoding](bytes, isChanging);
}
