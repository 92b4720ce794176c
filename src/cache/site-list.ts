/**
 * The list of all files of a built site, cached by a hash of what they are made from. A build of the same inputs, also on another host that has
 * the caches, links the files and makes none. A wrong list would publish wrong pages, so whatever is not certain is a miss.
 */
import { hash } from 'node:crypto';
import { z } from 'zod';
import { documentCollections } from '../schema/collection-name.ts';
import { isFileKey, isInsideSite, SITE_CACHES, type SiteCache } from './site-caches.ts';

/** All that a site is made from. A build reads nothing else: no file, no repository and no variable of the environment. */
export interface SiteInputs {
  /** Hash of the code, its packages and Node. */
  version: string;
  /** The day on which statuses depend, `YYYY-MM-DD`. */
  today: string;
  withPictures: boolean;
  /**
   * The bytes of the file with the content as it was read (corpus-serialization.ts): documents with what their bases have given them, records,
   * site with its address, ledger, history, and sizes and paths of photographs and recordings.
   */
  corpus: Uint8Array;
  /** The files that are in the site before any of them is made, with their hashes: those of public, photographs, recordings. */
  given: readonly [path: string, hash: string][];
  /** Paths that a phone does not save. */
  unlisted: readonly string[];
}

/** A list: the files that were made, with the cache and the key of each. */
export interface SiteList {
  files: [path: string, cache: SiteCache, key: string][];
  /** Characters of pictures that no font has. */
  missing: {
    document: { collection: (typeof documentCollections)[number]; slug: string };
    characters: string[];
  }[];
}

/** The key of the list of the site made from `inputs`. */
export function siteListKey({ version, today, withPictures, corpus, given, unlisted }: SiteInputs): string {
  const parts = [version, today, withPictures, hash('sha256', corpus), given, unlisted];
  return hash('sha256', JSON.stringify(parts));
}

const siteList: z.ZodType<SiteList> = z.strictObject({
  files: z
    .array(z.tuple([z.string().refine(isInsideSite), z.enum(SITE_CACHES), z.string().refine(isFileKey)]))
    .min(1),
  missing: z.array(
    z.strictObject({
      document: z.strictObject({ collection: z.enum(documentCollections), slug: z.string() }),
      characters: z.array(z.string()),
    }),
  ),
});

/** Reads a cached list; undefined if it is none, or names a file outside the site or the caches: it may come from another machine. */
export function readSiteList(bytes: Uint8Array): SiteList | undefined {
  try {
    return siteList.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8'))).data;
  } catch {
    return undefined;
  }
}
