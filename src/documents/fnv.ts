/** Hashes for names, equal in the build and on the phone. */

/** FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Must never change: codes on paper depend on it. */
export function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

/** FNV-1a, 32 bits, over the first UTF-16 unit of each character; faster, for uses on which nothing on paper depends. */
export function fnv1a32(text: string): number {
  let hash = 0x811c9dc5;
  for (const character of text) hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
  return hash;
}
