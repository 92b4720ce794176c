/** The cache key of a page: a hash of all its inputs. */
import { hash } from 'node:crypto';
import { bodyJson } from '../documents/body-json.ts';
import type { ContentDocument } from '../documents/document.ts';
import type { Site } from '../documents/site.ts';

const digests = new WeakMap<object, string>();

let isSkipped = false;

/** From now on `pageKeyIfCached` returns no key: a preview does not cache pages, and renders few of all. */
export function skipPageKeys(): void {
  isSkipped = true;
}

/** The key that `compute` returns; undefined if pages are not cached. */
export function pageKeyIfCached(compute: () => string): string | undefined {
  return isSkipped ? undefined : compute();
}

/** Hashes the inputs of a page: its slice of the site and any other values. */
export function pageKey(site: Site, ...given: readonly unknown[]): string {
  const parts = Object.entries(site).map(([name, value]) => `${name} ${digestOf(value)}`);
  return sha256([...parts, ...given.map(digestOf)].join('\n'));
}

/** Tables and documents are the same objects for thousands of pages: each is serialized once. */
function digestOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return sha256(JSON.stringify(value) ?? 'undefined');
  const known = digests.get(value);
  if (known !== undefined) return known;
  const digest =
    digestOfFile(value) ?? sha256(Array.isArray(value) ? value.map(digestOf).join(' ') : textOf(value));
  digests.set(value, digest);
  return digest;
}

/** A document with the hash of its file need not be serialized. */
function digestOfFile(value: object): string | undefined {
  return 'body' in value ? (value as ContentDocument).hash : undefined;
}

/** The body of a cached document is JSON already. */
function textOf(value: object): string {
  if (!('body' in value)) return JSON.stringify(value);
  const { body, ...rest } = value as ContentDocument;
  return `${JSON.stringify(rest)}\n${bodyJson(body)}`;
}

const sha256 = (text: string): string => hash('sha256', text);
