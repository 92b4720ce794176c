/** Where on the card the script lies that hands a file over: the build and the page must agree. */
import { fnv1a } from '../../documents/fnv.ts';

/** The name of a part of the card's data. */
export const shardName = (shard: number): string => `part-${shard}.js`;

/** The number of the part, of `parts`, that has the file with this address. */
export function shardFor(address: string, shardCount: number): number {
  return Number(fnv1a(address) % BigInt(shardCount));
}
