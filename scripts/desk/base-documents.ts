/** The documents and records of the content's bases, as the desk shows them. */
import { isBelow, linesIn, readSite, textOf } from '../../src/corpus/index.ts';
import type { BaseDocument, BaseDocuments } from '../../src/desk/contract.ts';
import type { Settings } from '../../src/settings.ts';
import type { Preview } from '../preview/preview.ts';
import { basesOf } from '../public-folders.ts';
import { titleOf, typedTitle } from './workspace-rows.ts';

/** Opens what the preview has read of the bases. */
export function openBaseDocuments(
  settings: Settings,
  preview: Pick<Preview, 'baseFiles' | 'documents'>,
): BaseDocuments {
  const textIn = (file: Parameters<typeof linesIn>[0]) => textOf(linesIn(file));
  const toDocument = (
    file: Parameters<typeof linesIn>[0],
    nameOf: (file: string) => string,
    text?: string,
  ): BaseDocument => {
    const { collection, slug } = file;
    const title =
      titleOf(preview.documents(), { collection, slug }) ?? typedTitle(text ?? textIn(file)) ?? slug;
    return { collection, slug, title, from: nameOf(file.file), file: file.file };
  };
  return {
    list() {
      const nameOf = openNames(settings);
      return Array.from(preview.baseFiles().values(), (file) => toDocument(file, nameOf));
    },
    find({ collection, slug }) {
      const file = preview.baseFiles().get(`${collection}/${slug}`);
      if (file === undefined) return undefined;
      const text = textIn(file);
      return { ...toDocument(file, openNames(settings), text), text };
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
