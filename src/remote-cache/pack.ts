/**
 * A pack: many cached files in one object. A site has thousands of files of a few kilobytes, and a request takes longer than the bytes of most of
 * them. First a line of JSON with what is in it, then the bytes of all.
 */

/** One file in a pack. */
export interface PackEntry {
  /** The cache, by its folder. */
  cache: string;
  key: string;
  metadata: string;
  bytes: Uint8Array;
}

type Header = [cache: string, key: string, length: number, metadata: string][];

const NEWLINE = 0x0a;

/** Joins entries to the bytes of a pack. */
export function joinPack(entries: readonly PackEntry[]): Buffer {
  const header: Header = entries.map(({ cache, key, bytes, metadata }) => [
    cache,
    key,
    bytes.length,
    metadata,
  ]);
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), ...entries.map(({ bytes }) => bytes)]);
}

/** The entries of a pack, whose bytes are views of it. Throws a SyntaxError for other bytes. */
export function splitPack(pack: Buffer): PackEntry[] {
  const end = pack.indexOf(NEWLINE);
  const header = JSON.parse(pack.toString('utf8', 0, end)) as Header;
  let at = end + 1;
  return header.map(([cache, key, length, metadata]) => {
    const bytes = pack.subarray(at, at + length);
    at += length;
    return { cache, key, metadata, bytes };
  });
}
