/** Maps a file to its data shard. The build and the page must agree. */
import { fnv1a } from '../../documents/fnv.ts';

/** File name of a shard. */
export const shardName = (shard: number): string => `part-${shard}.js`;

/** Number of the shard, of `shardCount`, that contains the file at this address. */
export function shardFor(address: string, shardCount: number): number {
  return Number(fnv1a(address) % BigInt(shardCount));
}
