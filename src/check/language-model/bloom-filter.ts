/**
 * A Bloom filter: a set of strings in a few bits for each. It never denies a string that was added, and affirms one that was not with a
 * probability that the number of bits decides.
 */

/** Bytes before the bits: the number of hashes, as a 32-bit integer. */
const HEADER_BYTES = 4;

export interface BloomFilter {
  has(text: string): boolean;
}

/** Makes the bytes of a filter over `texts` with `bitsPerText` bits for each; the number of hashes is the best one for them. */
export function makeBloomFilter(texts: readonly string[], bitsPerText: number): Uint8Array {
  const hashes = Math.max(1, Math.round(bitsPerText * Math.LN2));
  const bytes = new Uint8Array(HEADER_BYTES + Math.ceil((texts.length * bitsPerText) / 8));
  new DataView(bytes.buffer).setUint32(0, hashes, true);
  const bits = bytes.subarray(HEADER_BYTES);
  for (const text of texts) {
    forEachBit(text, hashes, bits.length * 8, (bit) => {
      bits[bit >>> 3] = (bits[bit >>> 3] ?? 0) | (1 << (bit & 7));
      return true;
    });
  }
  return bytes;
}

/** The filter of these bytes. */
export function readBloomFilter(bytes: Uint8Array): BloomFilter {
  const hashes = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  const bits = bytes.subarray(HEADER_BYTES);
  const isSet = (bit: number) => ((bits[bit >>> 3] ?? 0) & (1 << (bit & 7))) !== 0;
  return { has: (text) => forEachBit(text, hashes, bits.length * 8, isSet) };
}

/** Calls `visit` with each bit of a text until it returns false. Double hashing: Kirsch and Mitzenmacher, 2006. */
function forEachBit(text: string, hashes: number, size: number, visit: (bit: number) => boolean): boolean {
  let [one, other] = [0x811c9dc5, 0x9747b28c];
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x01000193);
    other = Math.imul(other ^ unit, 0x5bd1e995);
    other ^= other >>> 15;
  }
  const step = mixed(other) | 1;
  let hash = mixed(one);
  for (let count = 0; count < hashes; count += 1) {
    if (!visit((hash >>> 0) % size)) return false;
    hash = (hash + step) | 0;
  }
  return true;
}

/** The last step of MurmurHash3: each bit of the result depends on all bits. */
function mixed(hash: number): number {
  let value = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return value ^ (value >>> 16);
}
