/**
 * The files of the offline copy, by path and hash, in chunks that are fetched as one. Shared by the build that writes the
 * offline list, the page that saves and the service worker: uses neither Node nor the DOM.
 */
import { offlinePhotograph, PHOTOGRAPHS_FOLDER, photographAddress } from '../documents/photograph.ts';
import { isImmutable, shownType, shownTypes, UNKNOWN_MEDIA_TYPE } from '../served-files.ts';

/** A file: its path from the site root without a leading slash (the home page is empty), its hash, its bytes. */
export type OfflineFile = readonly [path: string, digest: string, bytes: number];

/** Files of one chunk: texts compress well, the search index is compressed already, pictures are fetched one by one. */
export type FileGroup = 'text' | 'search' | 'pictures';

/** A chunk in the list: consecutive files of one group. */
export interface OfflineChunk {
  /** Hash of its files; names the chunk's own files. */
  id: string;
  group: FileGroup;
  /** Path of its first file; chunks and their files are in order of path. */
  first: string;
  files: number;
  /** Size of its files on the phone. */
  bytes: number;
  /** Size of the download, compressed with gzip. */
  wireBytes: number;
}

/** `/offline/list.json`. */
export interface OfflineList {
  /** Hash of all files. */
  version: string;
  /** Date of the build, `YYYY-MM-DD`. */
  day: string;
  /** The core: pages that every phone caches, with their styles and scripts. */
  core: readonly OfflineFile[];
  parts: readonly OfflineChunk[];
}

/** How much a reader saves: the core, all texts, or pictures and recordings as well. */
export type SaveLevel = 'core' | 'text' | 'all';

export const LIST_PATH = 'offline/list.json';

/** Path of the index of a chunk: a JSON array of OfflineFile. */
export function chunkIndexPath(id: string): string {
  return `offline/${id}.json`;
}

/** Path of the body of a chunk: its files, concatenated. Pictures have none. */
export function chunkBodyPath({ id, group }: Pick<OfflineChunk, 'id' | 'group'>): string {
  return `offline/${id}.${group === 'text' ? 'txt' : 'bin'}`;
}

/** The chunks that a save level includes. */
export function chunksFor({ parts }: OfflineList, level: SaveLevel): OfflineChunk[] {
  if (level === 'core') return [];
  return parts.filter(({ group }) => level === 'all' || group !== 'pictures');
}

/** What a phone can show without a network: pages with their assets, pictures, recordings, plain texts. */
const SAVED_TYPE = /^(?:text|image|audio)\/|^application\/(?:json|xml|manifest\+json)/;

/** Whether a path is that of a page. */
export function isPage(path: string): boolean {
  return path === '' || path.endsWith('/') || path.endsWith('.html');
}

/** The content type of a file of the copy; the path of a page may end with a slash. */
export function contentType(path: string): string {
  return shownType(isPage(path) ? 'index.html' : path) ?? UNKNOWN_MEDIA_TYPE;
}

/** The group of a file; undefined for files that are never saved: zips and files for machines. */
export function fileGroup(path: string): FileGroup | undefined {
  if (
    /^(?:sw\.js|robots\.txt|sitemap.*\.xml|policies\.(?:schema\.)?json|county\.json)$|^offline\/[^/]+\.\w+$/.test(
      path,
    )
  )
    return undefined;
  // Only chat apps request the pictures, for link previews; the article is pasted where there is a network.
  if (/^share\/.*\/(?:card\.png|square\.png|article\.html)$/.test(path)) return undefined;
  // One file per photograph is enough offline, see savedPhotograph.
  if (path.startsWith(`${PHOTOGRAPHS_FOLDER}/`))
    return path === savedPhotograph(path) ? 'pictures' : undefined;
  // For Pagefind's own engine, which the site does not use.
  if (/^search\/index\/pagefind[.-]/.test(path)) return undefined;
  if (/^search\/index\/.+\.(?:bin|pf_\w+)$/.test(path)) return 'search';
  const type = contentType(path);
  if (!SAVED_TYPE.test(type)) return undefined;
  return /^(?:image|audio)\//.test(type) && type !== shownTypes.svg ? 'pictures' : 'text';
}

/** The one file of a photograph that is saved; undefined if the path is not a file of a photograph. */
export function savedPhotograph(path: string): string | undefined {
  const [, key] = new RegExp(`^${PHOTOGRAPHS_FOLDER}/([0-9a-f]+)(?:-\\w+)?\\.\\w+$`).exec(path) ?? [];
  const { size, format } = offlinePhotograph;
  return key && photographAddress(key, size, format).slice(1);
}

/** The cache URL of a file: its own, with the hash appended unless the file name identifies the version already. */
export function cacheUrl(path: string, digest: string, scope: string): string {
  const url = new URL(path, scope).href;
  return isImmutable(path) ? url : `${url}?d=${digest}`;
}

/** The site-relative path of a URL, without query; undefined outside of `scope`. */
export function pathInScope(url: string, scope: string): string | undefined {
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  return plain.startsWith(scope) ? plain.slice(scope.length) : undefined;
}

/** The chunk that would contain a path: the last one of its group whose first path is not greater. */
export function chunkFor(chunks: readonly OfflineChunk[], path: string): OfflineChunk | undefined {
  const group = fileGroup(path);
  let found: OfflineChunk | undefined;
  for (const chunk of chunks) if (chunk.group === group && chunk.first <= path) found = chunk;
  return found;
}
