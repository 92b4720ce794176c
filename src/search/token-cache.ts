/**
 * The weighted tokens of each page of the last build, by a hash of its texts: finding them is most of the work of an index. All
 * in one file of numbers, because a thousand lists in JSON take as long to parse as to compute. A file that is damaged or of
 * another version is ignored.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { writeFileAtomic } from '../write-file-atomic.ts';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** The tokens of one page, each once, as `id * WEIGHT_STEPS + weight`. */
export type PageTerms = Uint32Array;

export interface TokenCache {
  /** Ids of the tokens, beginning with those of the cache. */
  vocabulary: Vocabulary;
  /** The tokens of a page by the hash of its texts; undefined if not cached. */
  get(hash: string): PageTerms | undefined;
  set(hash: string, words: PageTerms): void;
  /** Sets the compact numbering that is written: `order` has the ids of the tokens in use, in their new order. */
  setNumbering(words: readonly string[], order: readonly number[]): void;
  /** Writes the entries used since it was opened, unless hardly any are new. */
  close(): void;
}

/** A cache that is empty and writes nothing. */
export const noCache = (): TokenCache => ({
  vocabulary: openVocabulary(),
  get: () => undefined,
  set: () => undefined,
  setNumbering: () => undefined,
  close: () => undefined,
});

/** Share of changed pages above which the cache is written again. */
const MIN_CHANGED_SHARE = 0.01;

/** JSON in front of the numbers. */
interface CacheHeader {
  words: string[];
  /** For each page the hash of its texts, and the count of its tokens. */
  pages: [hash: string, length: number][];
}

/** Weights are below this, so that a token id and its weight fit into one number. */
export const WEIGHT_STEPS = 16;

/** The token id of a packed `id * WEIGHT_STEPS + weight`. */
export const termOf = (packed: number): number => Math.floor(packed / WEIGHT_STEPS);

/** Opens the cache in a file; `version` is that of the tokenizer's code. */
export function openTokenCache(file: string, version: string): TokenCache {
  const { words, pages } = readCache(file, version);
  const used = new Map<string, PageTerms>();
  let added = 0;
  let numbered: { all: readonly string[]; order: readonly number[] } | undefined;
  return {
    vocabulary: openVocabulary(words),
    get(hash) {
      const cached = pages.get(hash);
      if (cached !== undefined) used.set(hash, cached);
      return cached;
    },
    set(hash, found) {
      used.set(hash, found);
      added += 1;
    },
    setNumbering(all, order) {
      numbered = { all, order };
    },
    close() {
      // No index was built: the cache stays as it is.
      if (numbered === undefined) return;
      const { all, order } = numbered;
      const unused = pages.size + added - used.size;
      if (added + unused <= pages.size * MIN_CHANGED_SHARE) return;
      const ids = new Uint32Array(all.length);
      for (const [id, word] of order.entries()) ids[word] = id;
      const head: CacheHeader = {
        words: order.map((word) => all[word] ?? ''),
        pages: Array.from(used, ([hash, { length }]) => [hash, length]),
      };
      try {
        writeCache(file, version, head, [...used.values()], ids);
      } catch {
        // A folder that cannot be written only costs time at the next build.
      }
    },
  };
}

function writeCache(
  file: string,
  version: string,
  head: CacheHeader,
  pages: readonly PageTerms[],
  ids: Uint32Array,
): void {
  const numbered = new Uint32Array(pages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const page of pages) {
    for (const packed of page) {
      const id = ids[termOf(packed)] ?? 0;
      numbered[at] = id * WEIGHT_STEPS + (packed % WEIGHT_STEPS);
      at += 1;
    }
  }
  const text = Buffer.from(`${JSON.stringify(head)}\n`);
  const body = Buffer.concat([text, Buffer.from(numbered.buffer)]);
  const content = Buffer.concat([Buffer.from(`${checksum(version, body)}\n`), body]);
  writeFileAtomic(file, content, { isDurable: false });
}

function readCache(file: string, version: string): { words: string[]; pages: Map<string, PageTerms> } {
  const pages = new Map<string, PageTerms>();
  try {
    const content = readFileSync(file);
    const end = content.indexOf('\n');
    const body = content.subarray(end + 1);
    if (content.subarray(0, end).toString() !== checksum(version, body)) return { words: [], pages };
    const start = body.indexOf('\n') + 1;
    const head = JSON.parse(body.subarray(0, start).toString()) as CacheHeader;
    // Copy: Uint32Array needs 4-byte alignment. Not `from`, which copies byte by byte.
    const numbered = new Uint32Array(new Uint8Array(body.subarray(start)).buffer);
    let at = 0;
    for (const [hash, length] of head.pages) {
      pages.set(hash, numbered.subarray(at, at + length));
      at += length;
    }
    return { words: head.words, pages };
  } catch {
    return { words: [], pages };
  }
}

function checksum(version: string, body: Uint8Array): string {
  return createHash('sha256').update(`${version}\n`).update(body).digest('hex');
}
