/** The file of a document at the desk: editors may order the files of a collection in folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFile, findContentFiles } from '../../src/corpus/index.ts';
import type { DeskDocument } from '../../src/desk/contract.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';
import type { Settings } from '../../src/settings.ts';

/** The file that exists, or where a new one would be. */
export function locate(
  { contentDir, contentName }: Pick<Settings, 'contentDir' | 'contentName'>,
  { collection, slug }: DeskDocument,
): ContentFile {
  const name = `${slug}${isDocumentCollection(collection) ? '.mdx' : '.yml'}`;
  const path = join(contentDir, collection, name);
  const direct = { collection, slug, path, file: `${contentName}/${collection}/${name}` };
  if (existsSync(path)) return direct;
  const { files } = findContentFiles(contentDir, contentName);
  return files.find((file) => file.collection === collection && file.slug === slug) ?? direct;
}
