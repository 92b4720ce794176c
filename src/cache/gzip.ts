/**
 * Gzip at the best level, once for the same bytes: the offline list states the compressed size of each chunk, and the release written next by
 * the same process needs the compressed copies. A push of one title changes 4 MB of chunks of 1,000 documents, the first one of a day 30 MB.
 */
import { hash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

const gzipAsync = promisify(gzip);

/** Of a build from nothing only a part is retained. */
const MAX_RETAINED_BYTES = 16 * 1024 * 1024;

const retained = new Map<string, Buffer>();
let retainedBytes = 0;

/** Compresses `bytes` and retains the result for one `gzipBest` of the same bytes. */
export async function gzipAndRetain(bytes: Uint8Array): Promise<Buffer> {
  const compressed = await gzipAsync(bytes, { level: 9 });
  if (retainedBytes + compressed.length <= MAX_RETAINED_BYTES) {
    const key = keyOf(bytes);
    if (!retained.has(key)) retainedBytes += compressed.length;
    retained.set(key, compressed);
  }
  return compressed;
}

/** Compresses `bytes`, or returns the retained result and drops it. Equal input gives equal output. */
export async function gzipBest(bytes: Uint8Array): Promise<Buffer> {
  const key = retained.size > 0 ? keyOf(bytes) : '';
  const known = retained.get(key);
  if (known === undefined) return gzipAsync(bytes, { level: 9 });
  retained.delete(key);
  retainedBytes -= known.length;
  return known;
}

const keyOf = (bytes: Uint8Array): string => hash('sha256', bytes);
