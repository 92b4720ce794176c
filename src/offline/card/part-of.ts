/** Where on the card the script lies that hands a file over: the build and the page must agree. */
import { fnv1a } from '../../documents/fnv.ts';

/** The name of a part of the card's data. */
export const partName = (part: number): string => `part-${part}.js`;

/** The number of the part, of `parts`, that has the file with this address. */
export function partOf(address: string, parts: number): number {
  return Number(fnv1a(address) % BigInt(parts));
}
