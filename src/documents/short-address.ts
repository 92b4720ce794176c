/**
 * Short addresses, for paper, QR codes and chat groups. The code is computed from collection and slug alone, so it is the same in
 * every build and needs no list that could be lost.
 */
import type { DocumentCollection } from '../schema/collection-name.ts';
import { fnv1a } from './fnv.ts';

/** Digits and letters without 0, o, 1 and l, which are mistaken for one another when typed from paper: 5 bits each. */
const ALPHABET = '23456789abcdefghijkmnpqrstuvwxyz';
const LENGTH = 5;

/** The code of a document: five characters, permanent. Two documents may share one; the check reports it. */
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
