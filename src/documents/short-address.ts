/**
 * Short addresses, for paper, QR codes and chat groups. The code is worked out from collection and slug alone, so it
 * is the same in every build and needs no list that could be lost.
 */
import type { DocumentCollection } from '../schema/collection-name.ts';

/** Digits and letters without 0, o, 1 and l, which are mistaken for one another when typed from paper: 5 bits each. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const LENGTH = 5;

/** FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/). Never to be changed: codes on paper depend on it. */
function fnv1a(text: string): bigint {
  let hash = 0xcbf29ce484222325n;
  for (const byte of new TextEncoder().encode(text)) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  }
  return hash;
}

/** The code of a document: five characters, the same for ever. Two documents may share one; the check says so. */
export function shortCode(collection: DocumentCollection, slug: string): string {
  let rest = fnv1a(`${collection}/${slug}`);
  let code = '';
  for (let place = 0; place < LENGTH; place += 1) {
    code += ALPHABET[Number(rest & 31n)];
    rest >>= 5n;
  }
  return code;
}

/** The short address of a document: `/s/CODE/`. */
export function shortAddress(collection: DocumentCollection, slug: string): string {
  return `/s/${shortCode(collection, slug)}/`;
}
