/** Writes the search into a built site: the index in Pagefind's format, and two tables of characters. */
import { hash } from 'node:crypto';
import { join } from 'node:path';
import { type FileCache, openFileCache } from '../cache/file-cache.ts';
import { CACHE_MAX_AGE_DAYS } from '../cache/max-age.ts';
import { loadPinyin } from '../documents/pinyin.ts';
import type { Site } from '../documents/site.ts';
import { SYLLABLES_FILE, TRADITIONAL_FILE } from './client/character-tables.ts';
import { openLastIndex } from './last-index.ts';
import { compressedContent, type IndexFile, pagefindFiles } from './pagefind-files.ts';
import { buildPostings } from './postings.ts';
import { type SearchDocument, searchDocuments } from './search-documents.ts';
import { openTitleBreaks, type TitleBreaks } from './title-breaks.ts';
import { openTokenCache, type TokenCache } from './token-cache.ts';

/** Folder of the index, from the top of the site. */
export const INDEX_FOLDER = 'search/index';

export interface IndexOptions {
  /** Folder of the caches. */
  cacheDir: string;
  /** Version of our code and packages; part of the cache keys. */
  version: string;
}

export interface SearchIndex {
  /** Builds the index for `site` and writes it below `dir`. Throws, with the cause, when Pagefind does. */
  build(site: Site, dir: string): Promise<void>;
  /** Persists the caches; the index is already written. */
  close(): void;
}

/**
 * Reads the caches and the pinyin dictionary, so that both are loaded before the content is. If there is an index of an earlier build, they
 * are read only if its documents have changed.
 */
export function openSearchIndex({ cacheDir, version }: IndexOptions): SearchIndex {
  const cache = openFileCache(join(cacheDir, 'search'), new Date());
  const breaks = openTitleBreaks(join(cacheDir, 'search-breaks'), version);
  const last = openLastIndex(join(cacheDir, 'search-files'), version);
  let tokens: TokenCache | undefined;
  const openTokens = (): TokenCache => {
    tokens ??= openTokenCache(join(cacheDir, 'search-words'), version);
    return tokens;
  };
  if (!last.exists) {
    openTokens();
    loadPinyin();
  }
  return {
    async build(site, dir) {
      const documents = searchDocuments(site).map((document) => withBreaks(document, breaks));
      const folder = join(dir, INDEX_FOLDER);
      await writeSharedFiles(folder, cache, version);
      const digest = hash('sha256', JSON.stringify(documents));
      const known = last.filesOf(digest);
      const restored = new Set<string>();
      for (const [path, key] of known)
        if (cache.get(key, join(folder, path)) !== undefined) restored.add(path);
      if (restored.size > 0 && restored.size === known.size) return;
      const files = pagefindFiles(documents, buildPostings(documents, openTokens()));
      const missing = files.filter(({ path }) => !restored.has(path));
      writeIndexFiles(folder, cache, missing);
      last.set(digest, new Map(files.map((file) => [file.path, cacheKeyOf(file)])));
    },
    close() {
      tokens?.close();
      breaks.close();
      last.close();
      cache.evictAndFlush(CACHE_MAX_AGE_DAYS.searchIndex);
    },
  };
}

/** Writes the files below `folder`; those of earlier builds come from the cache. */
export function writeIndexFiles(folder: string, cache: FileCache, files: readonly IndexFile[]): void {
  for (const file of files) {
    const [key, path] = [cacheKeyOf(file), join(folder, file.path)];
    if (cache.get(key, path) === undefined) cache.set(key, path, compressedContent(file));
  }
}

/** The key of a file in the cache. It includes the version of zlib: its output is not stable across versions. */
function cacheKeyOf({ content, sha256 }: IndexFile): string {
  return sha256 === undefined ? `plain-${hash('sha256', content)}` : `${process.versions.zlib}-${sha256}`;
}

/** The files that do not depend on the site. */
export async function writeSharedFiles(folder: string, cache: FileCache, version: string): Promise<void> {
  const keyOf = (name: string) => `${version}-${name}`;
  const names = [TRADITIONAL_FILE, SYLLABLES_FILE];
  const isCached = (name: string) => cache.get(keyOf(name), join(folder, name)) !== undefined;
  const missing = names.filter((name) => !isCached(name));
  if (missing.length === 0) return;
  const { buildCharacterTables } = await import('./build-character-tables.ts');
  for (const { path, content } of buildCharacterTables())
    if (missing.includes(path)) cache.set(keyOf(path), join(folder, path), content);
}

/** Adds the line break positions of the title: a script that segments words is too large for a phone. */
function withBreaks(document: SearchDocument, titleBreaks: TitleBreaks): SearchDocument {
  const breaks = titleBreaks.of(document.facts.title);
  return breaks === '' ? document : { ...document, facts: { ...document.facts, breaks } };
}
