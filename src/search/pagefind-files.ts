/**
 * Writes the files that the browser code of Pagefind 1.4.0 reads. Its own indexer puts 20,000 entries into each shard of the
 * index, so that a query of three tokens costs three times 20 KB; our shards are a fifth of that, and have no positions. The
 * format: pagefind/src/index/ and pagefind_web/src/ of https://github.com/CloudCannon/pagefind; CBOR, gzip.
 */
import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { numbersToTap } from '../documents/telephones.ts';
import { type CborWriter, encodeCbor, openCbor } from './cbor.ts';
import { ENTRY_FILE, LIST_FILE, metaFile } from './client/index-files.ts';
import { formatShardTable } from './client/shard-table.ts';
import { divideLists } from './divided-lists.ts';
import { encodeIndexList } from './encode-index-list.ts';
import { fragmentId, LANGUAGE } from './fragment-id.ts';
import { openFileNames } from './index-file-names.ts';
import { formatPhonePositions, textWithPhones } from './phone-positions.ts';
import { type Postings, pageOf, weightOf } from './postings.ts';
import { INDEXED_PAGE_LENGTH } from './ranking.ts';
import type { SearchDocument } from './search-documents.ts';
import { MIN_SHARD_ENTRIES, type PostingList, splitIntoShards } from './split-into-shards.ts';
import { SURROGATE } from './tokenizer.ts';

/** What the files of an index are written from, besides the postings. */
export type IndexedDocument = Pick<SearchDocument, 'address' | 'facts' | 'lead' | 'text'> & {
  filters: Readonly<Record<string, string | readonly string[]>>;
};

/** A file below the folder of the index. */
export interface IndexFile {
  path: string;
  /** Uncompressed if there is a hash. */
  content: Uint8Array;
  /** SHA-256 of the content in hexadecimal, the key under which the compressed file is cached. */
  sha256?: string;
}

/** First bytes of Pagefind's files, before compression. */
const MAGIC_BYTES = new TextEncoder().encode('pagefind_dcd');

/** Nearly all files are smaller than the chunk; with zlib's default, four times as large, compression took half as long again. */
const GZIP_OPTIONS = { level: 9, chunkSize: 4096 };

/** Pagefind's weight of a token in plain text, and its default. */
export const DEFAULT_PAGEFIND_WEIGHT = 24;

/** Maximum characters of a page in its fragment, from which the excerpt is taken. */
const MAX_FRAGMENT_LENGTH = 600;

/**
 * All files of the index, in a fixed order; the same documents give the same bytes. With `listedPages`, the list has the names of so many
 * pages, the table of the shards is divided (divided-lists.ts), and the shards are small.
 */
export function pagefindFiles(
  documents: readonly IndexedDocument[],
  { words }: Postings,
  { listedPages }: { listedPages?: number } = {},
): IndexFile[] {
  const hashedFile = openFileNames();
  const pages = documents.map((document) =>
    hashedFile('fragment', Buffer.from(JSON.stringify(createFragment(document))), (shortened) =>
      fragmentId(document.facts, shortened),
    ),
  );
  const maxEntries = listedPages === undefined ? undefined : MIN_SHARD_ENTRIES;
  const shards: IndexShard[] = splitIntoShards(words, maxEntries).map((lists) => ({
    first: lists[0]?.[0] ?? '',
    last: lists.at(-1)?.[0] ?? '',
    ...hashedFile('index', encodeShard(lists)),
  }));
  const filters = collectFilters(documents).map((filter) => ({
    name: filter[0],
    ...hashedFile('filter', encodeCbor(filter)),
  }));
  const meta = hashedFile(
    'meta',
    encodeCbor([
      '1.4.0',
      pages.map(({ hash }) => [hash, INDEXED_PAGE_LENGTH]),
      shards.map(({ hash }, index) => [...shardBounds(shards, index), hash]),
      filters.map(({ name, hash }) => [name, hash]),
      [],
    ]),
  );
  const listed = shards.map(({ hash }, index) => ({ from: shardBounds(shards, index)[0], name: hash }));
  const divided = listedPages === undefined ? undefined : divideLists(listed, pages, listedPages, hashedFile);
  const table = hashedFile('shards', Buffer.from(formatShardTable(divided?.tables ?? listed)));
  const list = encodeIndexList({
    pages: pages.map(({ hash }) => hash),
    shardTable: table.hash,
    filters: filters.map(({ name, hash }) => ({ filter: name, name: hash })),
    ...(divided && { divided: { listedPages: divided.listedPages, nameFiles: divided.nameFiles } }),
  });
  const entry = {
    version: '1.4.0',
    languages: { [LANGUAGE]: { hash: meta.hash, wasm: null, page_count: documents.length } },
  };
  return [
    { path: ENTRY_FILE, content: Buffer.from(JSON.stringify(entry)) },
    { ...meta, path: metaFile(meta.hash) },
    { path: LIST_FILE, content: list, sha256: hash('sha256', list) },
    ...[table, ...(divided?.files ?? []), ...shards, ...filters, ...pages].map(
      ({ path, content, sha256 }) => ({
        path,
        content,
        sha256,
      }),
    ),
  ];
}

/** The bytes of a file as Pagefind reads them. */
export function compressedContent({ content, sha256 }: IndexFile): Uint8Array {
  return sha256 === undefined ? content : gzipSync(Buffer.concat([MAGIC_BYTES, content]), GZIP_OPTIONS);
}

/** The content of the file that a result is shown from. */
function createFragment({ address, lead, text, facts }: IndexedDocument) {
  const content = firstCharacters(`${lead}\n${text}`, MAX_FRAGMENT_LENGTH);
  const known = facts.phone === undefined ? [] : [facts.phone];
  const phones = formatPhonePositions(numbersToTap(textWithPhones(facts.title, content), known));
  const meta = phones === '' ? facts : { ...facts, phones };
  return { url: address, content, word_count: content.length, filters: {}, meta, anchors: [] };
}

/** The beginning of a text, in whole characters: those outside the basic plane have two units. */
function firstCharacters(text: string, count: number): string {
  const start = text.slice(0, 2 * count);
  return SURROGATE.test(start) ? [...start].slice(0, count).join('') : start.slice(0, count);
}

/** A shard before it is encoded: its first and its last token, and the file. */
interface IndexShard {
  first: string;
  last: string;
  hash: string;
  path: string;
  content: Uint8Array;
  sha256: string;
}

/**
 * The first token of a shard, cut to the characters that distinguish it from the last token of the shard before, because the phone loads
 * all of them; and its last token, in full, so that Pagefind finds every token between the two.
 */
function shardBounds(shards: readonly IndexShard[], index: number): [string, string] {
  const { first = '', last = '' } = shards[index] ?? {};
  const before = [...(shards[index - 1]?.last ?? '')];
  const characters = [...first];
  const differing = characters.findIndex((character, at) => character !== before[at]);
  return [characters.slice(0, differing + 1).join(''), last];
}

/** A shard of the index: an array of its posting lists. */
function encodeShard(lists: readonly PostingList[]): Buffer {
  const writer = openCbor();
  writer.list(1);
  writer.list(lists.length);
  for (const list of lists) encodePostingList(list, writer);
  return writer.bytes();
}

/**
 * A token with its postings: page, weight if not the default, and a position. Positions are not indexed; each token has one position for
 * all pages, so that two tokens rarely share it.
 */
function encodePostingList([word, postings]: PostingList, writer: CborWriter): void {
  let position = 0;
  for (let at = 0; at < word.length; at += 1) position = (position * 31 + word.charCodeAt(at)) % 251;
  writer.list(2);
  writer.text(word);
  writer.list(postings.length);
  for (const posting of postings) {
    const weight = weightOf(posting);
    writer.list(2);
    writer.number(pageOf(posting));
    writer.list(weight === 1 ? 1 : 2);
    if (weight !== 1) writer.number(-weight * DEFAULT_PAGEFIND_WEIGHT - 1);
    writer.number(position);
  }
}

/** For each filter its name, and its values with the pages that have them. */
function collectFilters(
  documents: readonly IndexedDocument[],
): [name: string, values: [string, number[]][]][] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [page, document] of documents.entries()) {
    for (const [name, given] of Object.entries(document.filters)) {
      const values = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, values);
      for (const value of [given].flat()) {
        const pages = values.get(value);
        if (pages) pages.push(page);
        else values.set(value, [page]);
      }
    }
  }
  return Array.from(filters, ([name, values]) => [name, Array.from(values)]);
}
