/**
 * The one reader of a content folder: all files, read once, to documents and records with all their errors. Files are read one after
 * another with readFileSync, which is several times faster here than awaiting each.
 */

import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { addressOf, aliasAddress } from '../documents/address.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../documents/diagnostic.ts';
import { type Documents, noDocuments } from '../documents/document.ts';
import { isHeldBack } from '../documents/held-back.ts';
import type { AnnotatedFile } from '../documents/source.ts';
import type { LedgerEntry } from '../schema/addresses.ts';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { isDocumentCollection } from '../schema/collections.ts';
import { draftFields } from '../schema/draft-fields.ts';
import type { FinderQuestion } from '../schema/finder.ts';
import type { SiteData } from '../schema/site.ts';
import {
  atTheirFiles,
  type BaseFiles,
  baseChangeFindings,
  type ChangedFile,
  explainWithoutBase,
  type FindOptions,
  findBases,
  inheritFiles,
  noOrigins,
  type Origins,
  originsOf,
  readBaseRecords,
  withBaseWithdrawals,
  withoutBaseWarnings,
} from './bases/index.ts';
import { type ContentFile, findContentFiles, withoutContent } from './content-files.ts';
import { type ParseCache, readCached, readFieldsOfNew } from './parse-cache.ts';
import { type ReadFile, readDocument } from './read-document.ts';
import { checkReferences } from './references.ts';
import { checkShortCodes } from './short-codes.ts';
import { readSiteFiles, type SiteFiles } from './site-files.ts';

/**
 * The content of a content folder. Drafts are checked leniently and are not in `documents`, nor are documents that wait for their day.
 */
export interface Corpus {
  site: SiteData;
  ledger: LedgerEntry[];
  finder: FinderQuestion[];
  documents: Documents;
  /** Sorted by file and line; a site is built only without errors. */
  diagnostics: Diagnostic[];
  /** The content of the preview, if requested. */
  preview?: { documents: Documents; drafts: DraftFile[] };
  /** Every readable file, with its texts and their positions; empty unless requested. */
  sources: AnnotatedFile[];
  /** Where the content comes from, if the site has bases; findings of rules are told at those files (bases/editor-files.ts). */
  origins: Origins;
  /** What the site's own files say differently from its bases. */
  changed: ChangedFile[];
  /** The files of its bases, also those of which it has its own. */
  baseFiles: BaseFiles;
  /** Parses one more of the files of which only the fields were read, into the cache; returns false if none is left. */
  parseNext?: (() => boolean) | undefined;
}

/** A document that is not published yet. */
export interface DraftFile {
  collection: DocumentCollection;
  slug: string;
  file: string;
  /** The day on which it is published; undefined for a draft. */
  publishOn?: string | undefined;
}

export interface ReadOptions extends FindOptions {
  /** Keeps the sources for the rules; pages need neither them nor the memory they use. */
  keepSources?: boolean;
  /** The cache of earlier reads. */
  known?: ParseCache | undefined;
  /** The day, `YYYY-MM-DD`; without it, and without `previewOn`, every document with a day of publication waits. */
  today?: string | undefined;
  /** Requests the preview on this day: with drafts, their missing fields filled in (schema/draft-fields.ts). */
  previewOn?: string | undefined;
  /**
   * The number of files outside the cache that are parsed; of all others only the fields are read, and their bodies are parsed on first
   * use. The corpus then has `parseNext`, and lacks the errors in those bodies. Needs `known`.
   */
  maxParsed?: number | undefined;
}

/** Reads the folder; `name` is its name in messages, by default the path as given. */
export function readCorpus(
  contentDir: string,
  name = contentDir,
  {
    keepSources = false,
    known,
    previewOn,
    today = previewOn,
    maxParsed = Infinity,
    limits,
    basesDir,
  }: ReadOptions = {},
): Corpus {
  const folder = resolve(contentDir);
  const { bases, ...chain } = findBases(folder, name, { limits, basesDir });
  const siteFiles = readSiteFiles(folder, name, known, bases);
  const published = new Set(siteFiles.ledger.map(({ address }) => address));
  const folders = [{ contentDir: folder, name }, ...bases].map((one) =>
    findContentFiles(one.contentDir, one.name, published),
  );
  const diagnostics = [...chain.diagnostics, ...folders.flatMap((one) => one.diagnostics)];
  const inherited = inheritFiles(folders.map((one) => one.files));
  const { files } = inherited;
  const ledger = withBaseWithdrawals(siteFiles.ledger, siteFiles.baseLedger, files);
  const site = { ...siteFiles, ledger };
  const recorded = readBaseRecords(folder, name);
  const baseChanges = baseChangeFindings(inherited.changed, recorded.records);
  if (hasErrors(diagnostics) && files.length === 0) {
    const nothing = { site: { name: '', url: '' }, ledger: [], finder: [], documents: noDocuments() };
    return { ...nothing, diagnostics, sources: [], origins: noOrigins, changed: [], baseFiles: new Map() };
  }
  const origins = originsOf(
    files,
    bases.flatMap((base) => [base.name, base.publicName]),
  );
  const { read, unparsed } = readFiles(files, keepSources, known, maxParsed);
  // Without its bases a site lacks most of what it refers to: only the reason is told.
  const isChainBroken = hasErrors(chain.diagnostics);
  const withoutBase = explainWithoutBase(isChainBroken ? [] : inherited.withoutBase, {
    ofBases: site.baseLedger,
    records: recorded.records,
    documents: read.map((file) => ({ ...file, aliases: aliasesOf(file) })),
  });
  const found = [
    ...read.flatMap(gentleOnDrafts),
    ...(isChainBroken ? [] : gentleReferences(read, site, today)),
    ...checkAliases(read),
    ...checkShortCodes(read, site.ledger, `${name}/addresses.yml`),
  ];
  return {
    site: site.site,
    ledger: site.ledger,
    finder: site.finder,
    documents: toDocuments(read.filter((file) => !file.isDraft && !isHeldBack(file, today))),
    ...(previewOn !== undefined && {
      preview: { documents: toDocuments(read, previewOn), drafts: draftsIn(read, today) },
    }),
    diagnostics: sortDiagnostics([
      ...withoutBaseWarnings(
        [
          ...diagnostics,
          ...inherited.diagnostics,
          ...withoutBase,
          ...baseChanges,
          ...recorded.diagnostics,
          ...site.diagnostics,
        ],
        origins,
      ),
      ...atTheirFiles(found, origins),
    ]),
    origins,
    changed: inherited.changed,
    baseFiles: inherited.baseFiles,
    sources: keepSources ? [...read.flatMap(({ source }) => source ?? []), ...site.sources] : [],
    ...(known !== undefined && unparsed.length > 0 && { parseNext: () => parseNext(unparsed, known) }),
  };
}

/** The files in their order; `unparsed` are those of which only the fields were read, because `maxParsed` others were parsed before. */
function readFiles(
  files: readonly ContentFile[],
  keepSources: boolean,
  known: ParseCache | undefined,
  maxParsed: number,
): { read: ReadFile[]; unparsed: ContentFile[] } {
  if (known === undefined)
    return { read: files.map((file) => readDocument(file, keepSources)), unparsed: [] };
  let parsed = 0;
  const counted: ParseCache = {
    ...known,
    files: {
      get: (key) => known.files.get(key),
      set(key, value) {
        parsed += 1;
        known.files.set(key, value);
      },
    },
  };
  const unparsed: ContentFile[] = [];
  const read = files.map((file) => {
    const fieldsOnly = parsed < maxParsed ? undefined : readFieldsOfNew(file, known);
    if (fieldsOnly === undefined) return readCached(file, keepSources, counted);
    // Without its text: it may be another one by then.
    unparsed.push(withoutContent(file));
    return fieldsOnly;
  });
  return { read, unparsed };
}

function parseNext(unparsed: ContentFile[], known: ParseCache): boolean {
  const file = unparsed.shift();
  // A file may have been deleted since.
  if (file !== undefined && existsSync(file.path)) readCached(file, true, known);
  return unparsed.length > 0;
}

function draftsIn(files: readonly ReadFile[], day: string | undefined): DraftFile[] {
  return files.flatMap((file) => toDraft(file, day) ?? []);
}

/** The file as a document that is not published on `day`; undefined for others and for records. */
export function toDraft(read: ReadFile, day: string | undefined): DraftFile | undefined {
  const { collection, slug, file, isDraft, publishOn } = read;
  if (!isDocumentCollection(collection)) return undefined;
  if (isDraft) return { collection, slug, file };
  return isHeldBack(read, day) ? { collection, slug, file, publishOn } : undefined;
}

/** The documents and records; with `previewOn`, also drafts and files with errors in their fields, as of that day. */
function toDocuments(files: readonly ReadFile[], previewOn?: string): Documents {
  const documents = noDocuments();
  for (const file of files) {
    const entry = toEntry(file, previewOn);
    if (entry !== undefined) (documents[file.collection] as unknown[]).push(entry);
  }
  return documents;
}

/** A file as its collection has it; undefined if it cannot be shown. With `previewOn`, also one with errors in its fields. */
export function toEntry(
  { collection, slug, data: valid, written, body, digest }: ReadFile,
  previewOn?: string,
): unknown {
  const isShown = valid === undefined && written !== undefined && previewOn !== undefined;
  const data = isShown ? draftFields(collection, written, previewOn) : valid;
  if (data === undefined || !isDocumentCollection(collection)) return data;
  return { collection, slug, data, body, ...(digest !== undefined && { hash: digest }) };
}

/** Errors in a draft are reported, but do not stop the build of other pages. */
function gentleOnDrafts(file: ReadFile): Diagnostic[] {
  return file.isDraft
    ? file.diagnostics.map((diagnostic) => ({ ...diagnostic, severity: 'warning' }))
    : file.diagnostics;
}

function gentleReferences(
  files: readonly ReadFile[],
  { referrer, ledger }: SiteFiles,
  day: string | undefined,
): Diagnostic[] {
  const drafts = new Set(files.filter((file) => file.isDraft).map((file) => file.file));
  return checkReferences(files, [referrer], ledger, day).map((diagnostic) =>
    drafts.has(diagnostic.file) ? { ...diagnostic, severity: 'warning' } : diagnostic,
  );
}

/** The former names of a document; none of a record. */
function aliasesOf({ data }: Pick<ReadFile, 'data'>): string[] {
  return (data as { aliases?: string[] } | undefined)?.aliases ?? [];
}

/** No former address may be a current one, or belong to two documents. */
function checkAliases(files: readonly ReadFile[]): Diagnostic[] {
  const owners = new Map<string, string>();
  const published = files.filter((file) => !file.isDraft && file.data !== undefined);
  for (const { collection, slug, file } of published) {
    if (isDocumentCollection(collection)) owners.set(addressOf(collection, slug), file);
  }
  return published.flatMap(({ collection, data, file }) => {
    if (!isDocumentCollection(collection)) return [];
    return aliasesOf({ data }).flatMap((alias): Diagnostic[] => {
      const address = aliasAddress(collection, alias);
      const owner = owners.get(address);
      owners.set(address, owner ?? file);
      if (owner === undefined) return [];
      const message = `旧地址 ${address} 已经是 ${owner} 的网址，点了不知道该去哪一个。请删掉其中一个。`;
      return [{ file, line: 1, column: 1, severity: 'error', rule: 'link/alias-taken', message }];
    });
  });
}
