/** Checks whether a new document may have a name: a file, an old address or a withdrawn one may conflict with it. */
import { addressOf, aliasAddress } from '../documents/address.ts';
import { windowsNameIssue } from '../documents/windows-name.ts';
import { type DocumentCollection, documentCollections } from '../schema/collection-name.ts';
import { SLUG } from '../schema/field-types.ts';
import { findContentFiles, isReserved } from './content-files.ts';
import { readCorpus } from './read-corpus.ts';

/** The maximum length of a new name: short enough to read out on the telephone, and valid on every disk. */
const MAX_SLUG_LENGTH = 60;

/** Why no new document of `collection` can be named `slug`, in words for an editor; undefined if one can. */
export type NameCheck = (collection: DocumentCollection, slug: string) => string | undefined;

/** As `openNameCheck`, for one name. */
export function nameConflict(
  contentDir: string,
  name: string,
  collection: DocumentCollection,
  slug: string,
): string | undefined {
  return faultOfName(collection, slug) ?? openNameCheck(contentDir, name)(collection, slug);
}

/** Reads the content folder once, for many names; files written later are not seen. `name` is the folder's name in messages. */
export function openNameCheck(contentDir: string, name: string): NameCheck {
  const { files } = findContentFiles(contentDir, name);
  const { documents, ledger } = readCorpus(contentDir, name);
  return (collection, slug) => {
    const fault = faultOfName(collection, slug);
    if (fault !== undefined) return fault;
    const twin = files.find((file) => file.collection === collection && file.slug === slug);
    if (twin) return `已经有 ${twin.file} 了，没有动它。要改就直接改它，要新写就换一个名字。`;

    const address = addressOf(collection, slug);
    if (documents[collection].some((document) => document.slug === slug)) {
      return `上级已经有 ${collection}/${slug}，这里直接用着它。要改几处，就建一个 ${collection}/${slug}.mdx，写 inherits: rest 和要改的字段；要新写另一篇就换一个名字。`;
    }
    const owner = documentCollections
      .flatMap((each) => documents[each].map((document) => ({ collection: each, document })))
      .find(({ collection: each, document }) =>
        document.data.aliases?.some((alias) => aliasAddress(each, alias) === address),
      );
    if (owner) {
      return `${address} 是「${owner.document.data.title}」的旧地址，老链接和二维码还通到那里。请换一个名字。`;
    }
    if (ledger.some((entry) => entry.address === address)) {
      return `${address} 以前发布过，后来撤下了，老链接会把人带到不相干的内容。请换一个名字。`;
    }
    return undefined;
  };
}

/** Why a name is wrong in any content folder. */
function faultOfName(collection: DocumentCollection, slug: string): string | undefined {
  if (!SLUG.test(slug)) {
    return `「${slug}」不能当文件名。文件名就是网址，只能用小写拼音字母、数字和短横线 -，例如 di-bao。`;
  }
  if (slug.length > MAX_SLUG_LENGTH) {
    return `文件名有 ${slug.length} 个字母，最多 ${MAX_SLUG_LENGTH} 个。文件名就是网址，要短，念得出来，例如 di-bao。`;
  }
  const fault = windowsNameIssue(`${slug}.mdx`);
  if (fault !== undefined) return fault;
  return isReserved(collection, slug) ? `「${slug}」这个网址已经有别的用处，请换一个名字。` : undefined;
}
