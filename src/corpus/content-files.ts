/**
 * Finds the files of a content folder and the collection of each. Folders below a collection are for the editors' own order (a year, a
 * subject); the slug is the file's name alone.
 */
import { type Dirent, existsSync, lstatSync, readdirSync, statSync } from 'node:fs';
import { basename, extname, join, relative, sep } from 'node:path';
import { addressOf, reservedNames, reservedSlugs } from '../documents/address.ts';
import type { Diagnostic } from '../documents/diagnostic.ts';
import { windowsNameIssue } from '../documents/windows-name.ts';
import { type CollectionName, collectionNames, type DocumentCollection } from '../schema/collection-name.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import { SLUG } from '../schema/field-types.ts';
import { nearest } from '../schema/nearest.ts';
import type { Lines } from './bases/lines.ts';
import { misplacedFiles } from './misplaced-files.ts';
import { type ReadResult, readSourceFile } from './source-file.ts';

export interface ContentFile {
  collection: CollectionName;
  /** The file's name without its ending. */
  slug: string;
  /** Its path on disk. */
  path: string;
  /** Its name in messages for editors. */
  file: string;
  /** Its text, or why it cannot be read, if that is known already; otherwise it is read from its path. */
  content?: ReadResult;
  /** Its text, if it takes a part of it from a base. */
  joined?: { text: string; lines: Lines };
}

/** The text of a file of the content: of one that is joined with its base, the joined text. Read from its path only if it is not known. */
export function readContentFile({ path, file, content, joined }: ContentFile): ReadResult {
  return joined === undefined ? (content ?? readSourceFile(path, file)) : { text: joined.text };
}

/** A file without its text: what is kept of it is read anew. */
export function withoutContent<T extends ContentFile>({ content: _, ...file }: T): Omit<T, 'content'> {
  return file;
}

export interface ContentFiles {
  files: ContentFile[];
  diagnostics: Diagnostic[];
}

/**
 * Lists the files of every collection in a fixed order. `name` is the folder's name in messages; a name that only some systems refuse is
 * accepted for a document whose address is among `published`.
 */
export function findContentFiles(
  contentDir: string,
  name: string,
  published: ReadonlySet<string> = new Set(),
): ContentFiles {
  if (!existsSync(contentDir) || !statSync(contentDir).isDirectory()) {
    const message = '没有这个文件夹，没有内容可以发布。请检查名字，或者用 --content 指明内容放在哪里。';
    return { files: [], diagnostics: [at(name, 'file/no-content', message)] };
  }
  const links = collectionNames.filter((collection) => isLink(join(contentDir, collection)));
  const found = collectionNames
    .filter((collection) => !links.includes(collection))
    .flatMap((collection) => filesOf(collection, contentDir, name));
  const diagnostics = [...found.flatMap((file) => diagnoseName(file, published)), ...diagnoseTwins(found)];
  const refused = new Set(diagnostics.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return {
    files: found.filter(({ file }) => !refused.has(file)),
    diagnostics: [
      ...links.map((collection) => at(`${name}/${collection}`, 'file/link', FOLDER_LINK)),
      ...unknownFolders(contentDir, name),
      ...misplacedFiles(contentDir, name),
      ...diagnostics,
    ],
  };
}

const FOLDER_LINK = '这是一个链接，不是文件夹，它可以指到机器上的任何地方。请把文件夹本身放进来。';

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

function filesOf(collection: CollectionName, contentDir: string, name: string): ContentFile[] {
  const folder = join(contentDir, collection);
  if (!existsSync(folder)) return [];
  return entriesBelow(folder)
    .filter((entry) => !entry.name.startsWith('.'))
    .map((entry) => {
      const path = join(entry.parentPath, entry.name);
      const file = join(name, relative(contentDir, path)).split(sep).join('/');
      return { collection, slug: basename(entry.name, extname(entry.name)), path, file };
    })
    .sort((a, b) => (a.file < b.file ? -1 : 1));
}

/** All entries but folders. Node's recursive readdir would stat each entry a second time. */
function entriesBelow(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? entriesBelow(join(folder, entry.name)) : [entry],
  );
}

function diagnoseName(
  { collection, slug, path, file }: ContentFile,
  published: ReadonlySet<string>,
): Diagnostic[] {
  const ending = isDocumentCollection(collection) ? '.mdx' : '.yml';
  if (extname(path) !== ending) {
    return [
      at(
        file,
        'file/ending',
        `这个文件夹里的文件都以 ${ending} 结尾，别的不会发布。请把文件改名，或者挪到别处。`,
      ),
    ];
  }
  if (!SLUG.test(slug)) {
    const advice = '文件名就是网址，只能用小写拼音字母、数字和短横线 -，例如 di-bao';
    return [at(file, 'file/name', `「${slug}」不能当文件名。${advice}${ending}。`)];
  }
  const fault = windowsNameIssue(file);
  if (fault !== undefined) {
    const diagnostic = at(file, 'file/name', fault);
    if (!isDocumentCollection(collection) || !published.has(addressOf(collection, slug))) return [diagnostic];
    // The address is public: the build continues, and the file can be renamed later.
    const message = `${fault}它已经发布过，改名时在文件里加上 aliases: [${slug}]，老链接才打得开。`;
    return [{ ...diagnostic, severity: 'warning', message }];
  }
  if (isReserved(collection, slug)) {
    return [at(file, 'file/name', `「${slug}」这个网址已经有别的用处，请换一个文件名。`)];
  }
  return [];
}

/** Whether the address of a document is reserved for another page. */
export function isReserved(collection: CollectionName, slug: string): boolean {
  if (collection === 'pages') return reservedNames.has(slug);
  return reservedSlugs[collection as DocumentCollection]?.includes(slug) ?? false;
}

function diagnoseTwins(files: ContentFile[]): Diagnostic[] {
  const first = new Map<string, string>();
  return files.flatMap(({ collection, slug, file }) => {
    const key = `${collection}/${slug}`;
    const twin = first.get(key);
    if (twin === undefined) first.set(key, file);
    return twin === undefined
      ? []
      : [at(file, 'file/twin', `和 ${twin} 的文件名一样，两个文件会抢同一个网址。请把其中一个改名。`)];
  });
}

/** Folder names that editors use next to the documents although the files belong in `public`. */
const PUBLIC_FOLDER = /^(?:images?|pictures?|photos?|img|audio|files?|public|assets|图片|照片|录音|文件)$/i;

function unknownFolders(contentDir: string, name: string): Diagnostic[] {
  return readdirSync(contentDir, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.'))
    .filter((entry) => !(collectionNames as readonly string[]).includes(entry.name))
    .map((entry) => {
      const close = PUBLIC_FOLDER.test(entry.name) ? undefined : nearest(entry.name, collectionNames, 3);
      const others = PUBLIC_FOLDER.test(entry.name)
        ? '图片、录音和表格放在 public 文件夹里，不放在这里。'
        : `内容的文件夹有：${collectionNames.join('、')}。`;
      const advice = close ? `是不是想写 ${close}？` : others;
      const message = `不认识「${entry.name}」这个文件夹，里面的东西不会发布。${advice}`;
      return { ...at(`${name}/${entry.name}`, 'file/unknown-folder', message), severity: 'warning' as const };
    });
}

function at(file: string, rule: string, message: string): Diagnostic {
  return { file, line: 1, column: 1, severity: 'error', rule, message };
}
