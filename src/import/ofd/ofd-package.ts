/** The parts of an .ofd (GB/T 33190): XML in a zip archive, found by the paths that each part gives relative to itself. */
import { posix } from 'node:path';
import { type XmlElement as ParsedElement, parseXml, type XmlNode } from '@rgrove/parse-xml';
import { zipPartText } from '../zip-parts.ts';

/** An element without its prefix: files use `ofd:`, others or none. */
export interface OfdElement {
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: readonly OfdElement[];
  text: string;
}

/** A part with its path, which the paths in it start from. */
export interface OfdPart {
  path: string;
  root: OfdElement;
}

export type OfdParts = ReadonlyMap<string, Uint8Array>;

/** The part at `path`, as seen from `from`; undefined if it is missing or not well-formed. */
export function readPart(parts: OfdParts, from: string, path: string): OfdPart | undefined {
  const resolved = resolvePath(parts, from, path);
  const xml = resolved === undefined ? undefined : zipPartText(parts, resolved);
  if (resolved === undefined || xml === undefined) return undefined;
  try {
    const { root } = parseXml(xml, { ignoreUndefinedEntities: true });
    return root === null ? undefined : { path: resolved, root: converted(root) };
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

function converted(element: ParsedElement): OfdElement {
  const local = (name: string) => name.slice(name.indexOf(':') + 1);
  const texts: string[] = [];
  const children: OfdElement[] = [];
  for (const child of element.children as readonly XmlNode[]) {
    if (child.type === 'element') children.push(converted(child as ParsedElement));
    else if ('text' in child) texts.push(String(child.text));
  }
  return { name: local(element.name), attributes: element.attributes, children, text: texts.join('') };
}

export const childrenOf = (element: OfdElement | undefined, name: string) =>
  (element?.children ?? []).filter((child) => child.name === name);

export const childOf = (element: OfdElement | undefined, name: string) => childrenOf(element, name)[0];

/** All elements of a name below, at any depth. */
export function descendants(element: OfdElement, name: string): OfdElement[] {
  return element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...descendants(child, name),
  ]);
}

/** The numbers of a list such as a box or a matrix. */
export const numbersIn = (text: string | undefined) =>
  (text ?? '').trim().split(/\s+/).filter(Boolean).map(Number);
