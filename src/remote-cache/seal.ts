/**
 * Objects of the remote cache are sealed: compressed, with a keyed hash (HMAC-SHA256) of name and bytes in front. One that is damaged, cut off,
 * written by somebody without the secret, or stored under another name does not open.
 */
import { createHmac, timingSafeEqual } from 'node:crypto';
import { constants, zstdCompressSync, zstdDecompressSync } from 'node:zlib';

const MARK = Buffer.from('MINGBAI1');
const HASH_BYTES = 32;

/** Pictures do not become smaller and pages do at once: a higher level takes longer than it saves. */
const LEVEL = 1;

/** An opened object may not be larger: a small one could otherwise be made to fill the memory. */
const MAX_OPENED_BYTES = 512 * 1024 * 1024;

/** Seals `bytes` for the object `name`. */
export function seal(secret: string, name: string, bytes: Uint8Array): Buffer {
  const body = zstdCompressSync(bytes, { params: { [constants.ZSTD_c_compressionLevel]: LEVEL } });
  return Buffer.concat([MARK, keyedHash(secret, name, body), body]);
}

/** The bytes of a sealed object; undefined if it is not what was sealed under this name with this secret. */
export function unseal(secret: string, name: string, object: Buffer): Buffer | undefined {
  const [mark, hash] = [
    object.subarray(0, MARK.length),
    object.subarray(MARK.length, MARK.length + HASH_BYTES),
  ];
  const body = object.subarray(MARK.length + HASH_BYTES);
  if (!mark.equals(MARK) || hash.length !== HASH_BYTES) return undefined;
  if (!timingSafeEqual(hash, keyedHash(secret, name, body))) return undefined;
  return zstdDecompressSync(body, { maxOutputLength: MAX_OPENED_BYTES });
}

/** A name that tells nobody without the secret what it stands for, in hexadecimal digits. */
export function secretName(secret: string, ...parts: readonly string[]): string {
  return createHmac('sha256', secret)
    .update(`name\n${JSON.stringify(parts)}`)
    .digest('hex');
}

function keyedHash(secret: string, name: string, body: Uint8Array): Buffer {
  return createHmac('sha256', secret).update(`object\n${name}\n`).update(body).digest();
}
