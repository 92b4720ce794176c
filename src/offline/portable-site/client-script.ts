/** The script that every page of the portable site runs first. */
import { fileURLToPath } from 'node:url';
import { bundleScript } from '../../bundle-script.ts';

/** The script, for a portable site whose data has `shardCount` shards. */
export function bundlePortableScript(shardCount: number): Promise<string> {
  const entry = fileURLToPath(new URL('client/portable-site.client.ts', import.meta.url));
  return bundleScript(entry, { define: { SHARD_COUNT: String(shardCount) } });
}
