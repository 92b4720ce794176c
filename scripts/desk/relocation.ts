/**
 * Moves and withdraws documents in the working tree. All files concerned are one commit, which the next publication pushes: published
 * in parts, a reference or an address would be missing in between.
 */
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { findContentFiles, nameConflict } from '../../src/corpus/index.ts';
import { hasButtonTo, hasLinkTo, redirectBody } from '../../src/desk/body-links.ts';
import type { DeskDocument } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import {
  type FileChanges,
  type Place,
  redirectFinder,
  redirectReferences,
  referrersOf,
  type TextFile,
  withAlias,
  withdrawnLedger,
} from '../../src/desk/relocate.ts';
import { addressOf } from '../../src/documents/address.ts';
import { MAX_REASON_LENGTH } from '../../src/schema/addresses.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';
import { countCharacters } from '../../src/schema/formats.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import type { Git } from './git-workspace.ts';

/** A working tree. */
export interface Tree {
  settings: Settings;
  git: Git;
}

export type Row = TextFile & { path: string };

/** Renames a document; a published one keeps its former address. `withLinks`: the links in other bodies lead to the new one. Throws DeskError for a name that cannot be had. */
export async function moveDocument(
  tree: Tree,
  document: DeskDocument,
  slug: string,
  withLinks = false,
): Promise<DeskDocument> {
  const { files, own, place } = findDocument(tree.settings, document);
  const { contentDir, contentName } = tree.settings;
  const fault = nameConflict(contentDir, contentName, place.collection, slug);
  if (fault !== undefined) throw new DeskError(409, fault, { field: 'to' });
  const isPublished = await isCommitted(tree, own);
  const changes = redirectedFiles(tree.settings, files, place, slug, withLinks);
  const text = changes.get(own.file) ?? own.text;
  changes.set(own.file, undefined);
  const moved = join(dirname(own.path), `${slug}.mdx`);
  changes.set(`${dirname(own.file)}/${slug}.mdx`, isPublished ? withAlias(text, place) : text);
  await write(tree, changes, isPublished ? `改网址：${place.slug} 改成 ${slug}` : undefined);
  if (!existsSync(moved)) throw new DeskError(500, '没有改成，文件没有写进去。');
  return { collection: place.collection, slug };
}

/**
 * Withdraws a document. A published one needs a document of its collection that replaces it, to which all references then lead, or a
 * sentence for readers; a new one is only removed.
 */
export async function withdrawDocument(
  tree: Tree,
  document: DeskDocument,
  replacedBy: string | undefined,
  wayOn: string | undefined,
): Promise<void> {
  const { files, own, place } = findDocument(tree.settings, document);
  if (!(await isCommitted(tree, own))) return write(tree, new Map([[own.file, undefined]]), undefined);
  const { reason, target } = wayOnOf(replacedBy, wayOn);
  const referrers = [
    ...referrersOf(files, place),
    ...files.filter((file) => file !== own && hasButtonTo(file, place)),
  ];
  if (target === undefined && referrers.length > 0)
    throw new DeskError(
      409,
      `这几篇还连着它：${referrers.map(({ file }) => file).join('、')}。请选换成了哪一篇。`,
    );
  if (target !== undefined && !isThere(files, { ...place, slug: target }, place))
    throw new DeskError(404, `没有「${target}」这一篇，老链接会没有去处。`, { field: 'replacedBy' });
  const changes: FileChanges =
    target === undefined ? new Map() : redirectedFiles(tree.settings, files, place, target, false);
  changes.set(own.file, undefined);
  const { contentDir, contentName, today } = tree.settings;
  const ledger = join(contentDir, 'addresses.yml');
  const before = existsSync(ledger) ? readFileSync(ledger, 'utf8') : undefined;
  const address = target === undefined ? undefined : addressOf(place.collection, target);
  const after = withdrawnLedger(
    before,
    { ...place, text: own.text },
    { day: today, reason, replacedBy: address },
  );
  changes.set(`${contentName}/addresses.yml`, after);
  await write(tree, changes, `撤下：${place.slug}`);
}

/** What answers at the address of a withdrawn document. Throws DeskError (400) without any, or for a sentence that is too long. */
export function wayOnOf(replacedBy: string | undefined, wayOn: string | undefined) {
  const reason = wayOn?.trim() || undefined;
  const target = replacedBy?.trim() || undefined;
  if (target === undefined && reason === undefined)
    throw new DeskError(400, '老链接还会有人点。请选换成了哪一篇，或者写一句话，说为什么撤下、该找谁。');
  if (reason !== undefined && countCharacters(reason) > MAX_REASON_LENGTH)
    throw new DeskError(400, `这句话最多 ${MAX_REASON_LENGTH} 个字，读的人要一眼看完。`, { field: 'wayOn' });
  return { reason, target };
}

/** The documents whose bodies link to a document. */
export function linksTo(settings: Settings, document: DeskDocument): DeskDocument[] {
  const { files, own, place } = findDocument(settings, document);
  return files
    .filter((file) => file !== own && hasLinkTo(file, place))
    .map(({ collection, slug }) => ({ collection, slug }));
}

/** The texts in which `to` takes the place of a document: in fields, in the buttons of bodies, in the finder, and, if wanted, in links. */
export function redirectedFiles(
  { contentDir, contentName }: Settings,
  files: readonly Row[],
  place: Place,
  to: string,
  withLinks: boolean,
): FileChanges {
  const changes = redirectReferences(files, place, to);
  for (const file of files) {
    const text = changes.get(file.file) ?? file.text;
    const redirected = redirectBody({ ...file, text }, place, to, withLinks);
    if (redirected !== text) changes.set(file.file, redirected);
  }
  const finder = join(contentDir, 'finder.yml');
  const before = existsSync(finder) ? readFileSync(finder, 'utf8') : '';
  const after = redirectFinder(before, place, to);
  if (after !== before) changes.set(`${contentName}/finder.yml`, after);
  return changes;
}

function isThere(files: readonly Row[], { collection, slug }: Place, withdrawn: Place): boolean {
  return (
    slug !== withdrawn.slug && files.some((file) => file.collection === collection && file.slug === slug)
  );
}

/** The document with all other files of the content. */
function findDocument({ contentDir, contentName }: Settings, { collection, slug }: DeskDocument) {
  if (!isDocumentCollection(collection))
    throw new DeskError(400, '这一类的代号别处都在用，定了就不改，也不撤。要改说法，改名称就行。');
  const files = findContentFiles(contentDir, contentName).files.map((found): Row => {
    return { ...found, text: readFileSync(found.path, 'utf8') };
  });
  const own = files.find((file) => file.collection === collection && file.slug === slug);
  if (own === undefined) throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  return { files, own, place: { collection, slug } satisfies Place };
}

/** Whether a file is in the history: then its address may have been published. */
export async function isCommitted({ git, settings }: Tree, { path }: Pick<Row, 'path'>): Promise<boolean> {
  const name = relative(dirname(settings.contentDir), path).split(sep).join('/');
  return (await git(['cat-file', '-e', `HEAD:./${name}`])).code === 0;
}

/**
 * Writes the files and commits just them; without a message they stay uncommitted. Throws DeskError (409) if one of them has changes that are not
 * published, except `dropped`, whose changes are not wanted any more.
 */
export async function write(
  { settings, git }: Tree,
  changes: FileChanges,
  message: string | undefined,
  dropped?: string,
): Promise<void> {
  const { contentDir, contentName } = settings;
  const pathOf = (file: string) => join(contentDir, relative(contentName, file));
  const names = [...changes.keys()].map((file) => relative(dirname(contentDir), pathOf(file)));
  const literal = names.map((name) => `:(literal)${name.split(sep).join('/')}`);
  if (message !== undefined) {
    const others = literal.filter((_, at) => [...changes.keys()][at] !== dropped);
    const dirty =
      others.length === 0
        ? { out: Buffer.alloc(0) }
        : await git(['status', '--porcelain=v1', '-z', '--', ...others]);
    const [first] = dirty.out.toString('utf8').split('\0');
    if (first)
      throw new DeskError(409, `${first.slice(3)} 还有没发布的修改。请先发布，或者先放弃，再来一次。`);
  }
  for (const [file, text] of changes) {
    if (text === undefined) rmSync(pathOf(file), { force: true });
    else writeFileAtomic(pathOf(file), text);
  }
  if (message === undefined) return;
  await git(['add', '--all', '--', ...literal]);
  const commit = await git(['commit', '--quiet', '--only', `--message=${message}`, '--', ...literal]);
  if (commit.code !== 0) throw new DeskError(500, `改好了，没有提交成：${commit.err.trim()}`);
}
