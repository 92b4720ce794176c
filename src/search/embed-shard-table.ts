/** Writes the table of the shards into the search page: pages and index are built at the same time, by two processes. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { escapeHtml } from '../documents/html-text.ts';
import { writeFileAtomic } from '../write-file-atomic.ts';
import { INDEX_FOLDER } from './build-index.ts';
import { decodeCbor } from './client/decode-cbor.ts';
import { readIndexFile } from './client/index-file.ts';
import { LIST_FILE, shardTableFile } from './client/index-files.ts';
import { readIndexList } from './client/index-list.ts';
import { embeddedShardTable, NO_SHARD_TABLE } from './client/shard-table.ts';

const SEARCH_PAGE = 'search/index.html';
const attribute = (table: string) => `data-shards="${table}"`;

/** Completes the search page of the built site in `dir`. Throws the system's error. */
export async function embedShardTable(dir: string): Promise<void> {
  const page = join(dir, SEARCH_PAGE);
  if (!existsSync(page) || !existsSync(join(dir, INDEX_FOLDER, LIST_FILE))) return;
  const decompress = async (bytes: Uint8Array) => new Uint8Array(gunzipSync(bytes));
  const read = (path: string) =>
    readIndexFile(new Uint8Array(readFileSync(join(dir, INDEX_FOLDER, path))), path, decompress);
  const { shardTable } = readIndexList(decodeCbor(await read(LIST_FILE)));
  const content = new TextDecoder().decode(await read(shardTableFile(shardTable)));
  const table = escapeHtml(embeddedShardTable(shardTable, content));
  const html = readFileSync(page, 'utf8').replace(attribute(NO_SHARD_TABLE), () => attribute(table));
  // As a new file: the old one is in the cache as well.
  writeFileAtomic(page, html, { isDurable: false });
}
