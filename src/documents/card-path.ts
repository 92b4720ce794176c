/**
 * The paths of the site's files on a memory card. Cards are FAT and are read on Windows: some names are forbidden there, and two
 * that differ only in case are one. Each path is computed from the name alone, so that the build and the search on the card agree
 * without a list.
 */
import { fnv1a } from './fnv.ts';

/** Names that every system accepts unchanged: latin letters of one case, so that no two names differ only in case. */
const PLAIN = /^[a-z0-9._-]{1,60}$/;
/** Device names since DOS, with any extension. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/;
/** Windows allows 260 characters, including the folder into which the files are copied. */
const MAX_PATH_LENGTH = 180;

/** The path on the card of a file given by its path in the site: `policies/con/index.html` → `policies/con-3w5e11264sg/index.html`. */
export function cardPath(path: string): string {
  const safe = path.split('/').map(safeName).join('/');
  return safe.length <= MAX_PATH_LENGTH ? safe : `assets/long/${shortened(path)}`;
}

/** The file of a page on the card, from its address with any anchor: `/contacts/#tel-12345` → `contacts/index.html#tel-12345`. */
export function addressOnCard(address: string): string {
  const [, path = '', anchor = ''] = /^\/([^#]*)(.*)$/.exec(address) ?? [];
  return `${cardPath(path === '' || path.endsWith('/') ? `${path}index.html` : path)}${anchor}`;
}

function safeName(name: string): string {
  return PLAIN.test(name) && !DEVICE.test(name) && !name.endsWith('.') ? name : shortened(name);
}

/** The safe part of a name, and a hash that makes it unique. */
function shortened(name: string): string {
  const [, body = '', ending = ''] = /^(.*?)(\.[A-Za-z0-9]{1,12})?$/s.exec(name) ?? [];
  const kept = body
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40);
  return `${kept || 'file'}-${fnv1a(name).toString(36)}${ending.toLowerCase()}`;
}
