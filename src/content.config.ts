/**
 * Ties the content folder to Astro's collections. The corpus has read and checked every file; here its
 * documents only move into Astro's store. There are no rules in this file.
 */

import { defineCollection } from 'astro:content';
import { readFileSync } from 'node:fs';
import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { type Corpus, readCorpus, readHistory } from './corpus/index.ts';
import type { Document } from './documents/document.ts';
import type { Photographs } from './documents/photograph.ts';
import { formatProblem, hasErrors } from './documents/problem.ts';
import type { County } from './documents/site.ts';
import type { CollectionName } from './schema/collection-name.ts';
import type { CollectionData } from './schema/collections.ts';
import { readSettings } from './settings.ts';

const { contentDir, contentName, repository, corpusFile } = readSettings();
// Asked once, also while editing: what is not committed yet is no change that readers are told of.
const history = await readHistory({ contentDir, repository });
let corpus: Read | undefined;
/** What fills each collection's store; all are filled from one reading. */
const fills = new Map<string, (read: Read) => void>();

/** The content; in a build with the photographs that were made small for it. */
type Read = Corpus & { photographs?: Photographs };

/** In a build the content was read and checked before Astro started. */
function firstCorpus(): Read {
  return corpusFile
    ? (JSON.parse(readFileSync(corpusFile, 'utf8')) as Read)
    : readCorpus(contentDir, contentName);
}

interface Entry {
  id: string;
  data: unknown;
}

/** A loader that fills a collection with what `entriesOf` takes from the corpus, and keeps up while editing. */
function fromCorpus(name: string, entriesOf: (corpus: Read) => Entry[]): Loader {
  return {
    name: `mingbai-${name}`,
    async load({ store, watcher, logger }) {
      const fill = (read: Read) => {
        store.clear();
        for (const { id, data } of entriesOf(read)) store.set({ id, data: data as Record<string, unknown> });
      };
      if (watcher && fills.size === 0) keepUp(watcher, (line) => logger.error(line));
      fills.set(name, fill);
      corpus ??= firstCorpus();
      fill(corpus);
    },
  };
}

/** Reads the folder again after every change; while an editor types, a broken file keeps the last good pages. */
function keepUp(watcher: NonNullable<LoaderContext['watcher']>, tell: (line: string) => void): void {
  watcher.add(contentDir);
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentDir + sep)) return;
    corpus = readCorpus(contentDir, contentName);
    if (hasErrors(corpus.problems)) for (const problem of corpus.problems) tell(formatProblem(problem));
    else for (const fill of fills.values()) fill(corpus);
  });
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
    loader: fromCorpus('site', ({ site, ledger, finder, photographs }) => [
      { id: 'site', data: { site, ledger, finder, history, photographs } },
    ]),
    schema: z.custom<County>(),
  }),
};
