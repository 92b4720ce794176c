/**
 * Ties the content folder to Astro's collections. The corpus has read and checked every file; here its
 * documents only move into Astro's store. There are no rules in this file.
 */

import { defineCollection } from 'astro:content';
import { sep } from 'node:path';
import type { Loader, LoaderContext } from 'astro/loaders';
import { z } from 'astro/zod';
import { type Content, entriesOf } from './content-entries.ts';
import { readCorpus, readHistory } from './corpus/index.ts';
import type { Document } from './documents/document.ts';
import { formatProblem, hasErrors } from './documents/problem.ts';
import type { County } from './documents/site.ts';
import type { CollectionName } from './schema/collection-name.ts';
import type { CollectionData } from './schema/collections.ts';
import { readSettings } from './settings.ts';

const { contentDir, contentName, repository, isCompiling } = readSettings();
// Asked once, also while editing: what is not committed yet is no change that readers are told of.
const history = isCompiling ? {} : await readHistory({ contentDir, repository });
let content: Content | undefined;
/** What fills each collection's store; all are filled from one reading. */
const fills = new Map<string, (read: Content) => void>();

/** A loader that fills a collection from the corpus, and keeps up while editing. */
function fromCorpus(name: CollectionName | 'site'): Loader {
  return {
    name: `mingbai-${name}`,
    async load({ store, watcher, logger }) {
      store.clear();
      // What is compiled takes the content when it draws: see content-store.ts.
      if (isCompiling) return;
      const fill = (read: Content) => {
        store.clear();
        for (const entry of entriesOf(read)[name]) store.set(entry);
      };
      if (watcher && fills.size === 0) keepUp(watcher, (line) => logger.error(line));
      fills.set(name, fill);
      content ??= { ...readCorpus(contentDir, contentName), history };
      fill(content);
    },
  };
}

/** Reads the folder again after every change; while an editor types, a broken file keeps the last good pages. */
function keepUp(watcher: NonNullable<LoaderContext['watcher']>, tell: (line: string) => void): void {
  watcher.add(contentDir);
  watcher.on('all', (_event, path) => {
    if (!path.startsWith(contentDir + sep)) return;
    content = { ...readCorpus(contentDir, contentName), history };
    if (hasErrors(content.problems)) for (const problem of content.problems) tell(formatProblem(problem));
    else for (const fill of fills.values()) fill(content);
  });
}

function documentCollection<C extends Document['collection']>(name: C) {
  return defineCollection({ loader: fromCorpus(name), schema: z.custom<Document<C>>() });
}

function recordCollection<C extends Exclude<CollectionName, Document['collection']>>(name: C) {
  return defineCollection({ loader: fromCorpus(name), schema: z.custom<CollectionData[C]>() });
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
  site: defineCollection({ loader: fromCorpus('site'), schema: z.custom<County>() }),
};
