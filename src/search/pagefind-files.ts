/**
 * The files that Pagefind 1.4.0's part in the browser reads: its format, filled by us. Pagefind's own indexer puts
 * 20,000 entries into each part of the index, so that a query of three words costs three times 20 KB; parts of ours
 * are a fifth of that, and hold nothing that is not looked up. The format: pagefind/src/index/ and pagefind_web/src/ of
 * https://github.com/CloudCannon/pagefind; CBOR, gzip.
 */
import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { type CborValue, type CborWriter, openCbor } from './cbor.ts';
import { ENTRY_FILE, metaFile } from './client/pagefind.ts';
import { fragmentId, LANGUAGE } from './fragment-id.ts';
import { type Postings, pageOf, weightOf } from './postings.ts';
import { INDEXED_PAGE_LENGTH } from './ranking.ts';
import type { SearchDocument } from './search-documents.ts';
import { SURROGATE } from './tokenizer.ts';

/** A file below the folder of the index. */
export interface IndexFile {
  path: string;
  /** Where a digest is given, what is to be packed. */
  content: Uint8Array;
  /** Of the content, as hexadecimal digits: what was packed before need not be packed again. */
  digest?: string;
}

/** What stands before each of Pagefind's packed files. */
const MAGIC_BYTES = new TextEncoder().encode('pagefind_dcd');

/** Nearly all files come out smaller than the chunk; with that of zlib, four times as large, packing took half as long again. */
const GZIP_OPTIONS = { level: 9, chunkSize: 4096 };

/** Pages in one part of the index, counted once for each of their words: about 4 KB. */
const MAX_SHARD_ENTRIES = 1500;
/** What a word itself takes, as entries. */
const ENTRIES_PER_TOKEN = 3;

/** Pagefind's measure of a word in plain text, and the one it reads where none is given. */
const PLAIN_WEIGHT = 24;

/** The most characters of a page that travel with a result, to show the matching line from. */
const MAX_FRAGMENT_LENGTH = 600;

/** All files of the index, in a fixed order; the same records give the same bytes. */
export function pagefindFiles(records: readonly SearchDocument[], { words }: Postings): IndexFile[] {
  const pages = records.map((record) =>
    hashedFile('fragment', Buffer.from(JSON.stringify(createFragment(record))), (digest) =>
      fragmentId(record.facts, digest),
    ),
  );
  const parts = splitIntoShards(words).map((part) => ({
    from: part[0]?.[0] ?? '',
    to: part.at(-1)?.[0] ?? '',
    ...hashedFile('index', encodeShard(part)),
  }));
  const filters = collectFilters(records).map((filter) => ({
    name: filter[0],
    ...hashedFile('filter', encode(filter)),
  }));
  const meta = hashedFile(
    'meta',
    encode([
      '1.4.0',
      pages.map(({ hash }) => [hash, INDEXED_PAGE_LENGTH]),
      parts.map(({ hash }, index) => [...shardBounds(parts, index), hash]),
      filters.map(({ name, hash }) => [name, hash]),
      [],
    ]),
  );
  const entry = {
    version: '1.4.0',
    languages: { [LANGUAGE]: { hash: meta.hash, wasm: null, page_count: records.length } },
  };
  return [
    { path: ENTRY_FILE, content: Buffer.from(JSON.stringify(entry)) },
    { ...meta, path: metaFile(meta.hash) },
    ...[...parts, ...filters, ...pages].map(({ path, content, digest }) => ({ path, content, digest })),
  ];
}

function encode(value: CborValue): Buffer {
  const writer = openCbor();
  writer.value(value);
  return writer.bytes();
}

/** The bytes of a file as Pagefind's part in the browser reads them. */
export function compressedContent({ content, digest }: IndexFile): Uint8Array {
  return digest === undefined ? content : gzipSync(Buffer.concat([MAGIC_BYTES, content]), GZIP_OPTIONS);
}

/** A file to be packed, named by a digest of what it holds, so that a phone may keep it for ever. */
function hashedFile(
  kind: 'fragment' | 'index' | 'filter' | 'meta',
  content: Uint8Array,
  nameOf = (digest: string) => `${LANGUAGE}_${digest}`,
) {
  const digest = hash('sha256', content);
  const name = nameOf(shortHash(digest));
  return { hash: name, path: `${kind}/${name}.pf_${kind}`, content, digest };
}

/** 41 bits as eight characters: two of 10,000 pages share one in once 44,000 builds; the phone loads it for each page. */
function shortHash(digest: string): string {
  return (BigInt(`0x${digest.slice(0, 16)}`) % 36n ** 8n).toString(36).padStart(8, '0');
}

/** What a line of the results shows. */
function createFragment({ address, lead, text, facts }: SearchDocument) {
  const content = firstCharacters(`${lead}\n${text}`, MAX_FRAGMENT_LENGTH);
  return { url: address, content, word_count: content.length, filters: {}, meta: facts, anchors: [] };
}

/** The beginning of a text, by whole characters: those outside of the basic plane take two units. */
function firstCharacters(text: string, count: number): string {
  const start = text.slice(0, 2 * count);
  return SURROGATE.test(start) ? [...start].slice(0, count).join('') : start.slice(0, count);
}

type PostingList = readonly [word: string, postings: Uint32Array];

/** The words, in the order in which Pagefind looks for them, cut into parts of about the same size. */
function splitIntoShards(words: ReadonlyMap<string, Uint32Array>): PostingList[][] {
  const parts: PostingList[][] = [];
  let entries = MAX_SHARD_ENTRIES;
  for (const [word, postings] of words) {
    if (entries >= MAX_SHARD_ENTRIES) {
      parts.push([]);
      entries = 0;
    }
    parts.at(-1)?.push([word, postings]);
    entries += postings.length + ENTRIES_PER_TOKEN;
  }
  return parts;
}

/**
 * Where a part begins, cut as short as tells it from the end of the part before, because the phone loads them all; and
 * its last word, whole, so that Pagefind finds every word between the two at once.
 */
function shardBounds(parts: readonly { from: string; to: string }[], index: number): [string, string] {
  const { from, to } = parts[index] ?? { from: '', to: '' };
  const before = [...(parts[index - 1]?.to ?? '')];
  const characters = [...from];
  const first = characters.findIndex((character, place) => character !== before[place]);
  return [characters.slice(0, first + 1).join(''), to];
}

/** A part of the index: a list of its words. */
function encodeShard(part: readonly PostingList[]): Buffer {
  const writer = openCbor();
  writer.list(1);
  writer.list(part.length);
  for (const entry of part) encodePostingList(entry, writer);
  return writer.bytes();
}

/**
 * A word with its pages, and for each how much it weighs there where that is not what Pagefind takes for granted, and a
 * place. Where a word stands in its page is not kept; one place for each word, so that two words never share one.
 */
function encodePostingList([word, postings]: PostingList, writer: CborWriter): void {
  let place = 0;
  for (let at = 0; at < word.length; at += 1) place = (place * 31 + word.charCodeAt(at)) % 251;
  writer.list(2);
  writer.text(word);
  writer.list(postings.length);
  for (const posting of postings) {
    const weight = weightOf(posting);
    writer.list(2);
    writer.number(pageOf(posting));
    writer.list(weight === 1 ? 1 : 2);
    if (weight !== 1) writer.number(-weight * PLAIN_WEIGHT - 1);
    writer.number(place);
  }
}

/** For each filter its name, and its values with the numbers of the pages that have them. */
function collectFilters(records: readonly SearchDocument[]): [name: string, values: [string, number[]][]][] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const [page, record] of records.entries()) {
    for (const [name, given] of Object.entries(record.filters)) {
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
