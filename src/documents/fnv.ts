/** A digest for names, the same in the build and on the phone. */

/** FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Never to be changed: codes on paper depend on it. */
export function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}
