/**
 * The words of each page, as the last build weighed them: of the same texts come the same words, and to find them is most of
 * what an index takes. All in one file of numbers, because a thousand lists in JSON take as long to read as to make anew. A
 * file that is damaged or of another version counts for nothing.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { openVocabulary, type Vocabulary } from './vocabulary.ts';

/** The words of one page, each once: its number and its weight in one, as postings.ts puts them together. */
export type PageTerms = Uint32Array;

export interface TokenCache {
  /** A number for each word; those of the last index have theirs already. */
  vocabulary: Vocabulary;
  /** The words of a page whose texts have this digest; undefined where none are kept. */
  get(digest: string): PageTerms | undefined;
  set(digest: string, words: PageTerms): void;
  /** Says which words all pages have, by their numbers: `order` tells those in use, and how they are numbered from now on. */
  setNumbering(words: readonly string[], order: readonly number[]): void;
  /** Writes what was taken and put since, where much of it is new. */
  close(): void;
}

/** Where nothing is kept. */
export const noCache = (): TokenCache => ({
  vocabulary: openVocabulary(),
  get: () => undefined,
  set: () => undefined,
  setNumbering: () => undefined,
  close: () => undefined,
});

/** One page in so many is found anew each time rather than all written again. */
const MIN_CHANGED_SHARE = 100;

/** What stands before the numbers. */
interface CacheHeader {
  words: string[];
  /** For each page the digest of its texts, and how many numbers are its. */
  pages: [digest: string, length: number][];
}

/** Room for the weight beside the number of a word. */
export const WEIGHT_STEPS = 16;

/** The number of a word, of what a page has of it. */
export const termOf = (one: number): number => Math.floor(one / WEIGHT_STEPS);

/** The words kept in a file; `version` is that of the code that found them. */
export function openTokenCache(file: string, version: string): TokenCache {
  const { words, pages } = readCache(file, version);
  const used = new Map<string, PageTerms>();
  let fresh = 0;
  let numbered: { all: readonly string[]; order: readonly number[] } | undefined;
  return {
    vocabulary: openVocabulary(words),
    get(digest) {
      const kept = pages.get(digest);
      if (kept !== undefined) used.set(digest, kept);
      return kept;
    },
    set(digest, found) {
      used.set(digest, found);
      fresh += 1;
    },
    setNumbering(all, order) {
      numbered = { all, order };
    },
    close() {
      // Where no index was made, what was kept stays.
      if (numbered === undefined) return;
      const { all, order } = numbered;
      const unused = pages.size + fresh - used.size;
      if (fresh + unused <= pages.size / MIN_CHANGED_SHARE) return;
      const numbers = new Uint32Array(all.length);
      for (const [number, word] of order.entries()) numbers[word] = number;
      const head: CacheHeader = {
        words: order.map((word) => all[word] ?? ''),
        pages: Array.from(used, ([digest, { length }]) => [digest, length]),
      };
      try {
        writeCache(file, version, head, [...used.values()], numbers);
      } catch {
        // A folder that cannot be written costs time at the next build, not the site.
      }
    },
  };
}

function writeCache(
  file: string,
  version: string,
  head: CacheHeader,
  pages: readonly PageTerms[],
  numbers: Uint32Array,
): void {
  const numbered = new Uint32Array(pages.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const page of pages) {
    for (const one of page) {
      const number = numbers[termOf(one)] ?? 0;
      numbered[at] = number * WEIGHT_STEPS + (one % WEIGHT_STEPS);
      at += 1;
    }
  }
  const text = Buffer.from(`${JSON.stringify(head)}\n`);
  const body = Buffer.concat([text, Buffer.from(numbered.buffer)]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(`${file}.${process.pid}`, Buffer.concat([Buffer.from(`${checksum(version, body)}\n`), body]));
  renameSync(`${file}.${process.pid}`, file);
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
    // A copy, because numbers of four bytes must begin at a place that four divides. Not `from`, which goes byte by byte.
    const numbered = new Uint32Array(new Uint8Array(body.subarray(start)).buffer);
    let at = 0;
    for (const [digest, length] of head.pages) {
      pages.set(digest, numbered.subarray(at, at + length));
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
