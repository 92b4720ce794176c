/**
 * The files of the site as the phone keeps them: by path and digest, in parts that can be fetched whole. Read by the build
 * that writes the offline list, by the page that saves and by the service worker: neither Node nor DOM.
 */
import { offlinePhotograph, PHOTOGRAPHS_FOLDER, photographAddress } from '../documents/photograph.ts';
import { isImmutable, mediaType, mediaTypes } from '../served-files.ts';

/** A file: its path from the site's top without a slash before it (the home page is empty), its digest, its bytes. */
export type OfflineFile = readonly [path: string, digest: string, bytes: number];

/** What lies in one pack: texts get smaller on the way, the search index is packed already, pictures go one by one. */
export type FileGroup = 'text' | 'search' | 'pictures';

/** Some files that stand next to each other, in the list. */
export interface OfflineChunk {
  /** A digest of its files: names the part's own files. */
  id: string;
  group: FileGroup;
  /** The path of its first file: parts and their files are in order of path. */
  first: string;
  files: number;
  /** What its files take on the phone. */
  bytes: number;
  /** What they cost on the way, packed by gzip. */
  wireBytes: number;
}

/** `/offline/list.json`. */
export interface OfflineList {
  /** A digest of all files. */
  version: string;
  /** The day of the build, `YYYY-MM-DD`. */
  day: string;
  /** The pages that every reader's phone keeps, with their styles and scripts. */
  core: readonly OfflineFile[];
  parts: readonly OfflineChunk[];
}

/** What a reader wants on the phone: the pages everybody keeps, all texts, or pictures and recordings as well. */
export type SaveLevel = 'core' | 'text' | 'all';

export const LIST_PATH = 'offline/list.json';

/** Where the files of a part are listed: a JSON array of OfflineFile. */
export function chunkIndexPath(id: string): string {
  return `offline/${id}.json`;
}

/** Where the files of a part lie one after another; pictures have no pack. */
export function chunkBodyPath({ id, group }: Pick<OfflineChunk, 'id' | 'group'>): string {
  return `offline/${id}.${group === 'text' ? 'txt' : 'bin'}`;
}

/** The parts that belong to a wish. */
export function chunksFor({ parts }: OfflineList, wish: SaveLevel): OfflineChunk[] {
  if (wish === 'core') return [];
  return parts.filter(({ group }) => wish === 'all' || group !== 'pictures');
}

/** What a phone can show by itself without a network: pages with all they are made of, pictures, recordings, plain texts. */
const SAVED_TYPE = /^(?:text|image|audio)\/|^application\/(?:json|xml|manifest\+json)/;

/** Whether a path is that of a page. */
export function isPage(path: string): boolean {
  return path === '' || path.endsWith('/') || path.endsWith('.html');
}

/** The content type of a file; a page's path may end in a slash. */
export function contentType(path: string): string {
  return mediaType(isPage(path) ? 'index.html' : path);
}

/** The group of a file; undefined for what no phone keeps: zips, and what is for machines only. */
export function fileGroup(path: string): FileGroup | undefined {
  if (/^(?:sw\.js|robots\.txt|sitemap.*\.xml)$|^offline\/[^/]+\.\w+$/.test(path)) return undefined;
  // Only chat apps ask for these, to show a link; on a phone without a network nobody does.
  if (/^share\/.*\/(?:card|square)\.png$/.test(path)) return undefined;
  // Of a photograph one file is enough without a network: see savedPhotograph.
  if (path.startsWith(`${PHOTOGRAPHS_FOLDER}/`))
    return path === savedPhotograph(path) ? 'pictures' : undefined;
  if (/^search\/index\/.*pagefind$|\.pf_\w+$/.test(path)) return 'search';
  const type = contentType(path);
  if (!SAVED_TYPE.test(type)) return undefined;
  return /^(?:image|audio)\//.test(type) && type !== mediaTypes.svg ? 'pictures' : 'text';
}

/** The one file that a copy has of the photograph to which a file belongs; undefined for a file of no photograph. */
export function savedPhotograph(path: string): string | undefined {
  const [, key] = new RegExp(`^${PHOTOGRAPHS_FOLDER}/([0-9a-f]+)(?:-\\w+)?\\.\\w+$`).exec(path) ?? [];
  const { size, format } = offlinePhotograph;
  return key && photographAddress(key, size, format).slice(1);
}

/** The address under which the phone keeps a file: its own, with the digest where the name does not tell versions apart. */
export function cacheUrl(path: string, digest: string, scope: string): string {
  const url = new URL(path, scope).href;
  return isImmutable(path) ? url : `${url}?d=${digest}`;
}

/** The path of an address of the site, without query; undefined for one outside of `scope`. */
export function pathInScope(url: string, scope: string): string | undefined {
  const { origin, pathname } = new URL(url);
  const plain = origin + pathname;
  return plain.startsWith(scope) ? plain.slice(scope.length) : undefined;
}

/** The part that would hold a path: the last of its group that does not begin behind it. */
export function chunkFor(parts: readonly OfflineChunk[], path: string): OfflineChunk | undefined {
  const group = fileGroup(path);
  let found: OfflineChunk | undefined;
  for (const part of parts) if (part.group === group && part.first <= path) found = part;
  return found;
}
