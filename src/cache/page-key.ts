/** The key of a page: a digest of all that it is given, so that two builds that give it the same get the same page. */
import { hash } from 'node:crypto';
import { bodyJson } from '../documents/body-json.ts';
import type { Document } from '../documents/document.ts';
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
  const digest =
    digestOfFile(value) ?? sha256(Array.isArray(value) ? value.map(digestOf).join(' ') : textOf(value));
  digests.set(value, digest);
  return digest;
}

/** A document whose file is known by its digest need not be written out. */
function digestOfFile(value: object): string | undefined {
  return 'body' in value ? (value as Document).hash : undefined;
}

/** A document's body is text already where it comes from the last build. */
function textOf(value: object): string {
  if (!('body' in value)) return JSON.stringify(value);
  const { body, ...rest } = value as Document;
  return `${JSON.stringify(rest)}\n${bodyJson(body)}`;
}

const sha256 = (text: string): string => hash('sha256', text);
