/**
 * Ties the content folder to Astro's collections. The corpus has read and checked every file; here its
 * documents only move into Astro's store. There are no rules in this file.
 */
import { defineCollection } from 'astro:content';
import type { Loader } from 'astro/loaders';
import { z } from 'astro/zod';
import { type Corpus, readCorpus } from './corpus/index.ts';
import type { Document } from './documents/document.ts';
import { formatProblem, hasErrors } from './documents/problem.ts';
import type { CollectionName } from './schema/collection-name.ts';
import type { CollectionData } from './schema/collections.ts';
import { readSettings } from './settings.ts';

const { contentDir, contentName } = readSettings();
let corpus: Corpus | undefined;

/** The corpus, read once for all collections; `again` after a file has changed. */
function theCorpus(again = false): Corpus {
  if (corpus === undefined || again) corpus = readCorpus(contentDir, contentName);
  return corpus;
}

interface Entry {
  id: string;
  data: unknown;
}

/** A loader that fills a collection with what `entriesOf` takes from the corpus, and keeps up while editing. */
function fromCorpus(name: string, entriesOf: (corpus: Corpus) => Entry[]): Loader {
  return {
    name: `mingbai-${name}`,
    async load({ store, watcher, logger }) {
      const fill = (read: Corpus) => {
        store.clear();
        for (const { id, data } of entriesOf(read)) store.set({ id, data: data as Record<string, unknown> });
      };
      fill(theCorpus());
      watcher?.add(contentDir);
      watcher?.on('all', (_event, path) => {
        if (!path.startsWith(contentDir)) return;
        const read = theCorpus(true);
        // While an editor types, a broken file keeps the last good page on the screen.
        if (!hasErrors(read.problems)) return fill(read);
        if (name === 'policies') for (const problem of read.problems) logger.error(formatProblem(problem));
      });
    },
  };
}

function documentCollection<C extends Document['collection']>(name: C) {
  return defineCollection({
    loader: fromCorpus(name, ({ documents }) => documents[name].map((data) => ({ id: data.slug, data }))),
    schema: z.custom<Document<C>>(),
  });
}

function recordCollection<C extends Exclude<CollectionName, Document['collection']>>(name: C) {
  return defineCollection({
    loader: fromCorpus(name, ({ documents }) => documents[name].map((data) => ({ id: data.id, data }))),
    schema: z.custom<CollectionData[C]>(),
  });
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
  site: defineCollection({
    loader: fromCorpus('site', ({ site, ledger }) => [{ id: 'site', data: { site, ledger } }]),
    schema: z.custom<Pick<Corpus, 'site' | 'ledger'>>(),
  }),
};
