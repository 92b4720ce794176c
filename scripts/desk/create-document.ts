/** Makes the starting file of a new document or record, under a free name proposed from its title. */
import { existsSync } from 'node:fs';
import { findContentFiles, openNameCheck } from '../../src/corpus/index.ts';
import type { DeskDocument } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import { addDays } from '../../src/documents/dates.ts';
import { windowsNameIssue } from '../../src/documents/windows-name.ts';
import { slugFromTitle } from '../../src/import/index.ts';
import type {
  CollectionName,
  DocumentCollection,
  RecordCollection,
} from '../../src/schema/collection-name.ts';
import { collections, isDocumentCollection } from '../../src/schema/collections.ts';
import { startingFile } from '../../src/schema/starting-file.ts';
import { startingRecord } from '../../src/schema/starting-record.ts';
import { fieldNames } from '../../src/schema/traverse.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { writeDraft } from '../draft.ts';
import { locate } from './locate.ts';

/** Days until the next review: half a year, as in the handbook. */
const REVIEW_DAYS = 182;
/** Numbers that are tried behind a name. */
const MAX_TRIES = 100;

/** Why a name cannot be had, in words for an editor; undefined if it can. */
type WhyTaken = (slug: string) => string | undefined;

/** Throws DeskError with `field: 'slug'` for a given name that cannot be had. */
export function createDocument(
  settings: Settings,
  collection: CollectionName,
  given: string | undefined,
  title: string,
): DeskDocument {
  const slug = nameFor(settings, collection, given, title);
  if (isDocumentCollection(collection))
    writeDraft(settings, collection, slug, startingFile(collection, prefilled(settings, collection, title)));
  else writeRecord(settings, collection, slug, title);
  return { collection, slug };
}

/** A name from a title that no file has; whether it was an address before is known only when the file is made. */
export function proposeName(settings: Settings, collection: CollectionName, title: string): string {
  const { files } = findContentFiles(settings.contentDir, settings.contentName);
  const taken = new Set(files.filter((file) => file.collection === collection).map(({ slug }) => slug));
  return firstFree((slug) => (taken.has(slug) ? '这个名字已经有了。' : undefined), slugFromTitle(title));
}

/** The proposed name, or with a number the first that is free; throws DeskError if none of them can be a name. */
export function freeSlug(settings: Settings, collection: DocumentCollection, proposed: string): string {
  return firstFree(openNames(settings, collection), proposed);
}

function nameFor(
  settings: Settings,
  collection: CollectionName,
  given: string | undefined,
  title: string,
): string {
  const whyTaken = openNames(settings, collection);
  if (given === undefined) return firstFree(whyTaken, slugFromTitle(title));
  const why = whyTaken(given);
  if (why !== undefined) throw new DeskError(400, why, { field: 'slug' });
  return given;
}

function firstFree(whyTaken: WhyTaken, proposed: string): string {
  for (let number = 1; number < MAX_TRIES; number += 1) {
    const name = number === 1 ? proposed : `${proposed}-${number}`;
    if (whyTaken(name) === undefined) return name;
  }
  throw new DeskError(400, whyTaken(proposed) ?? '请换一个文件名。', { field: 'slug' });
}

function openNames({ contentDir, contentName }: Settings, collection: CollectionName): WhyTaken {
  if (isDocumentCollection(collection)) {
    const whyTaken = openNameCheck(contentDir, contentName);
    return (slug) => whyTaken(collection, slug);
  }
  const { files } = findContentFiles(contentDir, contentName);
  return (slug) => {
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(slug))
      return `「${slug}」不能当代号。代号只能用小写拼音字母、数字和短横线 -，例如 bai-yi。`;
    const twin = files.find((file) => file.collection === collection && file.slug === slug);
    if (twin !== undefined) return `已经有 ${twin.file} 了，没有动它。要新写就换一个代号。`;
    return windowsNameIssue(`${slug}.yml`);
  };
}

function prefilled({ today }: Settings, collection: DocumentCollection, title: string) {
  const all = { title, reviewedOn: today, reviewBy: addDays(today, REVIEW_DAYS) };
  const names = new Set(fieldNames(collections[collection].schema, []));
  const known = Object.entries(all).filter(([name, value]) => names.has(name) && value !== '');
  return Object.fromEntries(known.map(([name, value]) => [name, { value }]));
}

function writeRecord(settings: Settings, collection: RecordCollection, slug: string, title: string): void {
  const { path, file } = locate(settings, { collection, slug });
  if (existsSync(path)) throw new DeskError(409, `已经有 ${file} 了，没有动它。`, { field: 'slug' });
  writeFileAtomic(path, startingRecord(collection, slug, title));
}
