/** The key of a page: a digest of all that it is given, so that two builds that give it the same get the same page. */
import { createHash } from 'node:crypto';
import type { Site } from '../documents/site.ts';

const digests = new WeakMap<object, string>();

/** What a page is given, as a digest: the site as it sees it, and what else it shows. */
export function pageKey(site: Site, ...given: readonly unknown[]): string {
  const parts = Object.entries(site).map(([name, value]) => `${name} ${digestOf(value)}`);
  return sha256([...parts, ...given.map(digestOf)].join('\n'));
}

/** Tables and documents are the same objects for a thousand pages: each is written out once. */
function digestOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return sha256(JSON.stringify(value) ?? 'undefined');
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest = sha256(Array.isArray(value) ? value.map(digestOf).join(' ') : JSON.stringify(value));
  digests.set(value, digest);
  return digest;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
