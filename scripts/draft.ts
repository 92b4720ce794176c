/** Writes a new draft into a content folder, never over an existing file. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { nameConflict } from '../src/corpus/index.ts';
import type { DocumentCollection } from '../src/schema/collection-name.ts';
import type { Settings } from '../src/settings.ts';
import { refuseMissingContent } from './arguments.ts';
import { UsageError } from './usage-error.ts';

/** Throws UsageError if a new document cannot have the name. */
export function refuseTaken(
  { contentDir, contentName }: Settings,
  collection: DocumentCollection,
  slug: string,
): void {
  refuseMissingContent({ contentDir, contentName });
  const why = nameConflict(contentDir, contentName, collection, slug);
  if (why) throw new UsageError(why);
}

/** Writes the draft; returns its path as an editor would name it. */
export function writeDraft(
  { contentDir, contentName }: Settings,
  collection: DocumentCollection,
  slug: string,
  text: string,
): string {
  const path = join(contentDir, collection, `${slug}.mdx`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text, { flag: 'wx' });
  return `${contentName}/${collection}/${slug}.mdx`;
}
