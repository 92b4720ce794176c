/** The indexes of the built counties; one that has not changed comes from the last run. */
import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deserialize, serialize } from 'node:v8';
import { type CountyIndex, INDEX_FOLDER, readCountyIndex } from '../../src/search/index.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';

/** Names all files of an index by their hashes: an index with the same list is the same. */
const LIST = 'list.bin';

/** The hash of a county's index; undefined if the county has none. */
export function indexHash(site: string): string | undefined {
  const list = join(site, INDEX_FOLDER, LIST);
  return existsSync(list) ? hash('sha256', readFileSync(list)) : undefined;
}

/** The index of the site, from `cacheFile` if that is of the same hash and code. Rejects if the index is damaged. */
export async function readIndexOnce(
  site: string,
  cacheFile: string,
  { listHash, version }: { listHash: string; version: string },
): Promise<CountyIndex> {
  const key = `${version} ${listHash} ${process.version}`;
  const cached = readCached(cacheFile, key);
  if (cached !== undefined) return cached;
  const index = await readCountyIndex(join(site, INDEX_FOLDER));
  const content = serialize(index);
  const head = Buffer.from(`${key}\n${hash('sha256', content)}\n`);
  writeFileAtomic(cacheFile, Buffer.concat([head, content]), { isDurable: false });
  return index;
}

/** The cached index; undefined if it is missing, of another key or damaged. */
function readCached(file: string, key: string): CountyIndex | undefined {
  try {
    const bytes = readFileSync(file);
    const keyEnd = bytes.indexOf('\n');
    const hashEnd = bytes.indexOf('\n', keyEnd + 1);
    const content = bytes.subarray(hashEnd + 1);
    const isWhole =
      bytes.subarray(0, keyEnd).toString() === key &&
      bytes.subarray(keyEnd + 1, hashEnd).toString() === hash('sha256', content);
    return isWhole ? (deserialize(content) as CountyIndex) : undefined;
  } catch {
    return undefined;
  }
}
