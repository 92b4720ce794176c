/** The file of a document at the desk: editors may order the files of a collection in folders. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFile, findContentFiles } from '../../src/corpus/index.ts';
import type { DeskDocument } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import { isSingleFile, singleFiles } from '../../src/desk/single-files.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';
import type { Settings } from '../../src/settings.ts';

/** A file with its document; `file` is its name for an editor. */
export type LocatedFile = DeskDocument & Pick<ContentFile, 'path' | 'file'>;

type Folder = Pick<Settings, 'contentDir' | 'contentName'>;

/** The file that exists, or where a new one would be. */
export function locate(folder: Folder, document: DeskDocument): LocatedFile {
  const { contentDir, contentName } = folder;
  const { collection, slug } = document;
  if (!isSingleFile(collection)) return locateEntry(folder, document);
  const { file } = singleFiles[collection];
  return { collection, slug, path: join(contentDir, file), file: `${contentName}/${file}` };
}

/** As `locate`, for a document or record; throws DeskError (400) for a single file. */
export function locateEntry(
  { contentDir, contentName }: Folder,
  { collection, slug }: DeskDocument,
): ContentFile {
  if (isSingleFile(collection)) throw new DeskError(400, '这个文件做不了这件事。');
  const name = `${slug}${isDocumentCollection(collection) ? '.mdx' : '.yml'}`;
  const path = join(contentDir, collection, name);
  const direct = { collection, slug, path, file: `${contentName}/${collection}/${name}` };
  if (existsSync(path)) return direct;
  const { files } = findContentFiles(contentDir, contentName);
  return files.find((file) => file.collection === collection && file.slug === slug) ?? direct;
}
