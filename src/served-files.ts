/**
 * The headers for the files of a site: media types, and which files are immutable. One table for object storage, for the offline
 * copy on a phone and for `npm start`; the ready configurations of nginx and Caddy are tested against it. Uses neither Node nor
 * DOM: the service worker imports it too.
 */

/** Media types (IANA's registry) by extension, of files that a browser shows; texts with their character set, because it would guess. */
export const shownTypes: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  txt: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  vtt: 'text/vtt; charset=utf-8',
  ics: 'text/calendar; charset=utf-8',
  json: 'application/json',
  xml: 'application/xml; charset=utf-8',
  webmanifest: 'application/manifest+json',
  svg: 'image/svg+xml',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  avif: 'image/avif',
  ico: 'image/x-icon',
  mp3: 'audio/mpeg',
  m4a: 'audio/mp4',
  ogg: 'audio/ogg',
  opus: 'audio/ogg',
};

/** Those of other files. The phone never saves them, and does without this table. */
const otherTypes: Readonly<Record<string, string>> = {
  wasm: 'application/wasm',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  zip: 'application/zip',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
};

/** The media type of an unknown extension. */
export const UNKNOWN_MEDIA_TYPE = 'application/octet-stream';

/** The media type of a file, by the extension of its path. */
export function mediaType(path: string): string {
  return shownType(path) ?? otherTypes[extensionOf(path)] ?? UNKNOWN_MEDIA_TYPE;
}

/** The media type of a file that a browser shows; undefined for any other. */
export function shownType(path: string): string | undefined {
  return shownTypes[extensionOf(path)];
}

const extensionOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1).toLowerCase();

/** Files with a hash of their content in their names: scripts and styles, photographs, pieces of the search index. */
const IMMUTABLE =
  /^assets\/(?:[^/]+\.[\w-]{8,}\.(?:js|css)|photographs\/[0-9a-f]+(?:-\w+)?\.\w+)$|^search\/index\/.+\.pf_[a-z]+$/;

/** Whether the file at a path (from the site root, without a leading slash) is immutable: other content has another name. */
export function isImmutable(path: string): boolean {
  return IMMUTABLE.test(path);
}

/** The list of the search index: the page requests it, and the worker of the search soon after gets it from the cache of the browser. */
const INDEX_LIST = 'search/index/list.bin';

/**
 * `Cache-Control` for a path: a year for immutable files, half a minute for the list of the search index; all others are revalidated and
 * mostly answered with 304.
 */
export function cacheControl(path: string): string {
  if (path === INDEX_LIST) return 'max-age=30';
  return isImmutable(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
}
