/** The parts of an .ofd (GB/T 33190): XML in a zip archive, found by the paths that each part gives relative to itself. */
import { posix } from 'node:path';
import { parseElements, type XmlElement } from '../xml.ts';
import { zipPartText } from '../zip-parts.ts';

/** A part with its path, which the paths in it start from. */
export interface OfdPart {
  path: string;
  /** Names are without prefixes: files use `ofd:`, others or none. */
  root: XmlElement;
}

export type OfdParts = ReadonlyMap<string, Uint8Array>;

/** The part at `path`, as seen from `from`; undefined if it is missing or not well-formed. */
export function readPart(parts: OfdParts, from: string, path: string): OfdPart | undefined {
  const resolved = resolvePath(parts, from, path);
  const xml = resolved === undefined ? undefined : zipPartText(parts, resolved);
  if (resolved === undefined || xml === undefined) return undefined;
  try {
    return { path: resolved, root: parseElements(xml, (name) => name.slice(name.indexOf(':') + 1)) };
  } catch {
    return undefined;
  }
}

/** The bytes of a resource such as a picture. */
export function readBytes(parts: OfdParts, from: string, path: string): Uint8Array | undefined {
  const resolved = resolvePath(parts, from, path);
  return resolved === undefined ? undefined : parts.get(resolved);
}

/** Some programs write paths from the top without a leading slash, and others differ from the archive in case. */
function resolvePath(parts: OfdParts, from: string, path: string): string | undefined {
  const given = path.trim().replace(/\\/g, '/');
  const relative = posix.normalize(posix.join(posix.dirname(from), given)).replace(/^\/+/, '');
  const absolute = posix.normalize(given).replace(/^\/+/, '');
  const candidates = given.startsWith('/') ? [absolute] : [relative, absolute];
  return (
    candidates.find((each) => parts.has(each)) ??
    candidates
      .map((each) => [...parts.keys()].find((name) => name.toLowerCase() === each.toLowerCase()))
      .find((name) => name !== undefined)
  );
}

/** The numbers of a list such as a box or a matrix. */
export const numbersIn = (text: string | undefined) =>
  (text ?? '').trim().split(/\s+/).filter(Boolean).map(Number);
