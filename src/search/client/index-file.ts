/** Reads a file of an index: gzip around a signature and the content. */

/** Decompresses gzip. Rejects if the bytes are damaged. */
export type Decompress = (bytes: Uint8Array) => Promise<Uint8Array>;

/** Before the content of each file. */
const SIGNATURE = 'pagefind_dcd';

/** The content of the file at `path`. Rejects if it is damaged or another file. */
export async function readIndexFile(
  compressed: Uint8Array,
  path: string,
  decompress: Decompress,
): Promise<Uint8Array> {
  // A server may have unpacked it on the way.
  const isPacked = compressed[0] === 0x1f && compressed[1] === 0x8b;
  const bytes = isPacked ? await decompress(compressed) : compressed;
  const signature = String.fromCharCode(...bytes.subarray(0, SIGNATURE.length));
  if (signature !== SIGNATURE) throw new Error(`${path}: not a file of Pagefind`);
  return bytes.subarray(SIGNATURE.length);
}

/** Whether the browser decompresses itself: Chromium 80, Firefox 113, Safari 16.4. */
export const canDecompress = () => typeof DecompressionStream === 'function';

/** Decompresses with the browser's own code: fflate in the script of the search would be 2 KB more. */
export const decompressNatively: Decompress = async (bytes) => {
  const { readable, writable } = new DecompressionStream('gzip');
  const writer = writable.getWriter();
  // The readable end rejects as well.
  for (const written of [writer.write(bytes as BufferSource), writer.close()]) written.catch(() => undefined);
  return new Uint8Array(await new Response(readable as ReadableStream).arrayBuffer());
};
