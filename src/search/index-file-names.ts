/** Names of the files of an index, by their content. */
import { hash } from 'node:crypto';
import { HASH_LENGTH } from './client/index-list.ts';
import { SHARD_HASH_LENGTH } from './client/shard-table.ts';
import { LANGUAGE } from './fragment-id.ts';

/** Bits of a hash in a name, which is in base 32. */
const HASH_BITS = 32;
const BITS_PER_CHARACTER = 5;

/** Kinds of files whose names are in a table, where a hash is shorter. */
const IN_TABLES: readonly string[] = ['index', 'table'];

/** A file with its name in the index. */
export type NamedFile = { hash: string; path: string; content: Uint8Array; sha256: string };

/** Names a file by its kind and content. */
export type NameFile = ReturnType<typeof openFileNames>;

/** Names the files of one index, each by a hash of its content, so that it is immutable for caches. */
export function openFileNames() {
  const taken = new Map<string, string>();
  return (
    kind: 'fragment' | 'index' | 'filter' | 'meta' | 'shards' | 'table' | 'names',
    content: Uint8Array,
    nameOf = (shortened: string) => `${LANGUAGE}_${shortened}`,
  ) => {
    const sha256 = hash('sha256', content);
    let [name, path, from] = ['', '', 0];
    // Of two files with the same short hash, the second has a later part of its own.
    do {
      name = nameOf(shortHash(sha256, from, IN_TABLES.includes(kind) ? SHARD_HASH_LENGTH : HASH_LENGTH));
      path = `${kind}/${name}.pf_${kind}`;
      from += 1;
    } while ((taken.get(path) ?? sha256) !== sha256);
    taken.set(path, sha256);
    return { hash: name, path, content, sha256 };
  };
}

/**
 * At most 32 bits as `length` characters of base 32, from a digit of the hash on: the phone loads the hashes of all pages, in four bytes each.
 * That a changed file has the name of another one in the cache of a phone, of a hundred files, happens once in 40 million; with the 30 bits
 * of a shard once in ten million.
 */
function shortHash(sha256: string, from: number, length: number): string {
  const bits = Math.min(HASH_BITS, length * BITS_PER_CHARACTER);
  const number = Number.parseInt(sha256.slice(from, from + HASH_BITS / 4), 16) >>> (HASH_BITS - bits);
  return number.toString(32).padStart(length, '0');
}
