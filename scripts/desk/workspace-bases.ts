/** The own files of documents that a base has: made, left out, and removed again, so that the base's count. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import {
  BASE_RECORDS,
  type BaseFiles,
  changesOver,
  findContentFiles,
  linesIn,
  readBaseRecords,
  textOf,
  withFileChanges,
} from '../../src/corpus/index.ts';
import { hasButtonTo } from '../../src/desk/body-links.ts';
import type { DeskDocument } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import {
  type FileChanges,
  type Place,
  referrersOf,
  restoredLedger,
  withdrawnLedger,
} from '../../src/desk/relocate.ts';
import { isSingleFile } from '../../src/desk/single-files.ts';
import { addressOf } from '../../src/documents/address.ts';
import { isDocumentCollection } from '../../src/schema/collections.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { writeRecords } from '../record-bases.ts';
import { locateEntry } from './locate.ts';
import { isCommitted, type Row, redirectedFiles, type Tree, wayOnOf, write } from './relocation.ts';
import { isDraft } from './workspace-rows.ts';

/** A working tree and what its bases have. */
export interface TreeOverBases extends Tree {
  baseFiles: BaseFiles;
}

/** The file of the bases; undefined without one. */
export function baseFileOf({ baseFiles }: Pick<TreeOverBases, 'baseFiles'>, document: DeskDocument) {
  return baseFiles.get(`${document.collection}/${document.slug}`);
}

/** Throws DeskError (409) for a document that a base has: it is not moved, and withdrawn only by leaving it out. */
export function refuseInherited(tree: Pick<TreeOverBases, 'baseFiles'>, document: DeskDocument): void {
  if (baseFileOf(tree, document) !== undefined)
    throw new DeskError(409, '这一篇上级也有，名字要和上级的一样。不想要它，在“更多”里按“我们县不用”。');
}

/** Writes the file that takes all from the base. Throws DeskError (404, 409). */
export function makeOwn(tree: TreeOverBases, document: DeskDocument): void {
  const { path, file } = fileOver(tree, document);
  if (existsSync(path)) throw new DeskError(409, `已经有 ${file} 了，没有动它。`);
  writeFileAtomic(path, textWith(document, 'rest'));
}

const textWith = ({ collection }: DeskDocument, inherits: 'rest' | 'none'): string =>
  isSingleFile(collection) || !isDocumentCollection(collection)
    ? `inherits: ${inherits}\n`
    : `---\ninherits: ${inherits}\n---\n`;

/** Writes the file that leaves the document out; its address is withdrawn in one commit with it. Throws DeskError (404, 409). */
export async function leaveOut(
  tree: TreeOverBases,
  document: DeskDocument,
  replacedBy: string | undefined,
  wayOn: string | undefined,
): Promise<void> {
  const { collection, slug, file, path, base } = fileOver(tree, document);
  const files = filesOf(tree);
  const place = { collection, slug };
  const hasPage = isDocumentCollection(collection);
  if (!hasPage && recordsWithPages.has(collection))
    throw new DeskError(409, '它有自己的网页，去掉了老链接打不开。要换个说法，按“改成我们县的”。');
  // What a base has is published with the site, and only the server has the list of all that was.
  const isPublished = hasPage && !isDraft(textOf(linesIn(base)));
  const { reason, target } = isPublished
    ? wayOnOf(replacedBy, wayOn)
    : { reason: undefined, target: undefined };
  refuseReferrers([...(target === undefined ? files.own : []), ...files.inherited], place);
  const text = textWith(document, 'none');
  if (!isPublished) {
    const isOwn = existsSync(path);
    await write(tree, new Map([[file, text]]), isOwn ? `不用上级的：${slug}` : undefined, file);
    return;
  }
  const withdrawn = place as Place;
  const changes: FileChanges =
    target === undefined ? new Map() : redirectedFiles(tree.settings, files.own, withdrawn, target, false);
  const address = target === undefined ? undefined : addressOf(withdrawn.collection, target);
  const day = tree.settings.today;
  changes.set(file, text);
  changes.set(
    `${tree.settings.contentName}/addresses.yml`,
    withdrawnLedger(
      readLedger(tree.settings),
      { ...withdrawn, text: textOf(linesIn(base)) },
      { day, reason, replacedBy: address },
    ),
  );
  await write(tree, changes, `不用上级的：${slug}`, file);
}

/** Removes the own file; a withdrawn address counts again. Throws DeskError (404). */
export async function followBase(tree: TreeOverBases, document: DeskDocument): Promise<void> {
  const { collection, slug, file, path } = fileOver(tree, document);
  if (!existsSync(path)) throw new DeskError(404, '没有这个文件，可能被删掉或者改名了。');
  const changes: FileChanges = new Map([[file, undefined]]);
  const before = readLedger(tree.settings);
  if (before !== undefined && isDocumentCollection(collection)) {
    const after = restoredLedger(before, { collection, slug });
    if (after !== before) changes.set(`${tree.settings.contentName}/addresses.yml`, after);
  }
  const isKnown = await isCommitted(tree, { path });
  await write(tree, changes, isKnown ? `照上级的：${slug}` : undefined, file);
}

/** Notes in bases.yml what the base says of what a file changes, so that `check` can tell when that changes; `isSeen`: also where it has a note. */
export function noteBase(tree: TreeOverBases, document: DeskDocument, isSeen = false): void {
  const base = baseFileOf(tree, document);
  if (base === undefined) return;
  const { contentDir, contentName } = tree.settings;
  const { records, diagnostics } = readBaseRecords(contentDir, contentName);
  if (diagnostics.length > 0) return;
  const { path } = locateEntry(tree.settings, document);
  const text = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  const changes = text === undefined ? [] : changesOver(base.collection, text, base);
  if (changes.length === 0 && !existsSync(join(contentDir, BASE_RECORDS))) return;
  writeRecords(contentDir, withFileChanges(records, `${base.collection}/${base.slug}`, changes, isSeen));
}

/** The same for all that the file changes, once a person has looked. What is noted of a published file is committed, so that it is published next. */
export async function noteSeen(tree: TreeOverBases, document: DeskDocument): Promise<void> {
  const { path, slug } = fileOver(tree, document);
  noteBase(tree, document, true);
  const { git, settings } = tree;
  const top = dirname(settings.contentDir);
  const [own, records] = [path, join(settings.contentDir, BASE_RECORDS)].map(
    (each) => `:(literal)${relative(top, each).split(sep).join('/')}`,
  ) as [string, string];
  const { out } = await git(['status', '--porcelain=v1', '-z', '--', own]);
  // What is not published yet takes the note along.
  if (out.length > 0) return;
  await git(['add', '--', records]);
  await git(['commit', '--quiet', '--only', `--message=看过上级的改动：${slug}`, '--', records]);
}

function fileOver(tree: TreeOverBases, document: DeskDocument) {
  const base = baseFileOf(tree, document);
  if (base === undefined) throw new DeskError(404, '上级没有这一篇。');
  return { ...locateEntry(tree.settings, document), base };
}

/** Records with pages of their own. */
const recordsWithPages: ReadonlySet<string> = new Set(['actions', 'audiences', 'places']);

/** The text of addresses.yml; undefined without one. */
function readLedger({ contentDir }: Pick<Settings, 'contentDir'>): string | undefined {
  const path = join(contentDir, 'addresses.yml');
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/** The own files, and those that come from the bases as they are. */
function filesOf({ settings, baseFiles }: TreeOverBases): { own: Row[]; inherited: Row[] } {
  const { contentDir, contentName } = settings;
  const own = findContentFiles(contentDir, contentName).files.map((found): Row => {
    return { ...found, text: readFileSync(found.path, 'utf8') };
  });
  const names = new Set(own.map(({ collection, slug }) => `${collection}/${slug}`));
  const inherited = [...baseFiles]
    .filter(([key]) => !names.has(key))
    .map(([, file]): Row => ({ ...file, text: textOf(linesIn(file)) }));
  return { own, inherited };
}

/** Throws DeskError (409) if a document refers to what will not be there: a reference to nothing stops the build. */
function refuseReferrers(files: readonly Row[], place: Pick<Row, 'collection' | 'slug'>): void {
  const named = files.filter(({ text }) => text.includes(place.slug));
  const isInBody = (file: Row) =>
    isDocumentCollection(place.collection)
      ? hasButtonTo(file, place as Place)
      : new RegExp(`<[A-Z]\\w*\\s[^>]*="${place.slug}"`).test(file.text);
  const found = [...referrersOf(named, place), ...named.filter(isInBody)].filter(
    ({ collection, slug }) => collection !== place.collection || slug !== place.slug,
  );
  const [first] = found;
  if (first === undefined) return;
  const names = [...new Set(found.map(({ file }) => file))].join('、');
  throw new DeskError(
    409,
    `这几份还连着它：${names}。上级的，先按“改成我们县的”，去掉连到它的地方；自己的，直接去掉。`,
  );
}
