/**
 * Declares the collections to Astro. Nothing is loaded here: the compiled code reads the content from astro-data-store.ts when it
 * renders, and the corpus has read and checked every file before.
 */

import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { ContentDocument } from './documents/document.ts';
import type { County } from './documents/site.ts';
import type { CollectionName } from './schema/collection-name.ts';
import type { CollectionData } from './schema/collections.ts';

/** Does nothing. */
const loader = { name: 'mingbai', load: async () => undefined };

function documentCollection<C extends ContentDocument['collection']>(_name: C) {
  return defineCollection({ loader, schema: z.custom<ContentDocument<C>>() });
}

function recordCollection<C extends Exclude<CollectionName, ContentDocument['collection']>>(_name: C) {
  return defineCollection({ loader, schema: z.custom<CollectionData[C]>() });
}

export const collections = {
  policies: documentCollection('policies'),
  stories: documentCollection('stories'),
  pages: documentCollection('pages'),
  notices: documentCollection('notices'),
  actions: recordCollection('actions'),
  audiences: recordCollection('audiences'),
  places: recordCollection('places'),
  contacts: recordCollection('contacts'),
  glossary: recordCollection('glossary'),
  rates: recordCollection('rates'),
  site: defineCollection({ loader, schema: z.custom<County>() }),
};
