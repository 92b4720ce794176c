/** The documents and records of the content's bases, as the desk shows them. */
import { statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BASE_RECORDS,
  type ContentFile,
  changesOver,
  changesSince,
  isBelow,
  linesIn,
  readBaseRecords,
  readSite,
  saidIn,
  textOf,
} from '../../src/corpus/index.ts';
import type { BaseDocument, BaseDocuments } from '../../src/desk/contract.ts';
import { isSingleFile } from '../../src/desk/single-files.ts';
import type { Settings } from '../../src/settings.ts';
import type { Preview } from '../preview/preview.ts';
import { basesOf } from '../public-folders.ts';
import { locateEntry } from './locate.ts';
import { titleOf, typedTitle } from './workspace-rows.ts';

/** Opens what the preview has read of the bases. */
export function openBaseDocuments(
  settings: Settings,
  preview: Pick<Preview, 'baseFiles' | 'changed' | 'documents'>,
): BaseDocuments {
  const textIn = (file: ContentFile) => textOf(linesIn(file));
  const toDocument = (file: ContentFile, nameOf: (file: string) => string, text?: string): BaseDocument => {
    const { collection, slug } = file;
    const title =
      titleOf(preview.documents(), { collection, slug }) ?? typedTitle(text ?? textIn(file)) ?? slug;
    return { collection, slug, title, from: nameOf(file.file), file: file.file };
  };
  /** The names are read once for each state of the content: a document is looked up at every key. */
  let known: { files: unknown; nameOf: (file: string) => string } | undefined;
  const { contentDir, contentName } = settings;
  const recordsPath = join(contentDir, BASE_RECORDS);
  /** Read again only after a change: it is asked for at every key. */
  let noted: { state: string; said: ReturnType<typeof saidIn> } | undefined;
  const readSaid = () => {
    const stats = statSync(recordsPath, { throwIfNoEntry: false });
    const state = `${stats?.mtimeMs} ${stats?.size} ${stats?.ino}`;
    if (noted?.state !== state)
      noted = { state, said: saidIn(readBaseRecords(contentDir, contentName).records) };
    return noted.said;
  };
  const names = () => {
    const files = preview.baseFiles();
    if (known?.files !== files) known = { files, nameOf: openNames(settings) };
    return known.nameOf;
  };
  return {
    list() {
      const nameOf = names();
      return Array.from(preview.baseFiles().values(), (file) => toDocument(file, nameOf));
    },
    changed() {
      const said = readSaid();
      const found = preview.changed().filter((file) => changesSince(file, said).length > 0);
      return new Set(found.map(({ collection, slug }) => `${collection}/${slug}`));
    },
    changesSince({ collection, slug }, text) {
      const base = preview.baseFiles().get(`${collection}/${slug}`);
      if (base === undefined || isSingleFile(collection)) return [];
      const file = locateEntry(settings, { collection, slug });
      const changes = changesOver(collection, text, base);
      return changesSince({ ...file, changes }, readSaid()).map(({ what, finding }) => ({
        ...finding,
        path: what.startsWith('body') ? undefined : [what],
      }));
    },
    find({ collection, slug }) {
      const file = preview.baseFiles().get(`${collection}/${slug}`);
      if (file === undefined) return undefined;
      const text = textIn(file);
      return { ...toDocument(file, names(), text), text };
    },
  };
}

/** The name of the base in which a file lies: that of its site, or its folder's where it has none. */
function openNames(settings: Settings): (file: string) => string {
  const names = basesOf(settings).map(({ contentDir, name }) => ({
    name,
    title: readSite(contentDir, name).name || name,
  }));
  return (file) => names.find(({ name }) => isBelow(file, name))?.title ?? file;
}
