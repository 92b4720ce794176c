/** Reads a content folder and runs the rules over it: all for `check`, for a build those that nothing may get past. */
import { join } from 'node:path';
import { CACHE_MAX_AGE_DAYS } from '../src/cache/max-age.ts';
import { rendererHash } from '../src/cache/renderer-hash.ts';
import { openValueCache, type ValueCache } from '../src/cache/value-cache.ts';
import {
  buildRules,
  checkContent,
  type PublicFile,
  type Rule,
  readPublicFiles,
  rules,
  type Score,
  scoreDocuments,
} from '../src/check/index.ts';
import {
  type Corpus,
  type KnownFile,
  type KnownSiteFile,
  type PackedSource,
  readCorpus,
  readHistory,
  readSiteFiles,
} from '../src/corpus/index.ts';
import { type Diagnostic, sortDiagnostics } from '../src/documents/diagnostic.ts';
import type { ContentHistory, FieldChange } from '../src/documents/history.ts';
import { createSite } from '../src/documents/site.ts';
import type { FileInspection } from '../src/public-folder/index.ts';
import type { LedgerEntry } from '../src/schema/addresses.ts';
import { projectDir, type Settings } from '../src/settings.ts';

export interface CheckResult {
  corpus: Corpus;
  /** What reading found and what the rules found. */
  diagnostics: Diagnostic[];
  /** How plain each document is; worked out when it is asked for. */
  scores(): Score[];
}

export interface CheckOptions {
  /** The rules to go by; all where it is left out. */
  rules?: readonly Rule[];
  /** The documents that are looked at for themselves, as an editor would name them; all where it is left out. */
  files?: readonly string[] | undefined;
}

/** The content with what is wrong in its fields and bodies, for whom the rules look elsewhere; read files are kept. */
export function readUnchecked(settings: Settings): Corpus {
  return withRecords(settings, (records) => readCached(settings, false, records));
}

/** The addresses that the folder `contentDir` knows to have been published. */
export function readLedger(settings: Settings, contentDir: string): LedgerEntry[] {
  return withRecords(settings, (records) => readSiteFiles(contentDir, 'content', records).ledger);
}

/** What git tells of the content; differences that were worked out before are kept. */
export async function readCachedHistory(settings: Settings): Promise<ContentHistory> {
  const changes = openValueCache<FieldChange[]>(
    join(settings.cacheDir, 'changes'),
    rendererHash(projectDir),
    new Date(),
  );
  const history = await readHistory(settings, changes);
  changes.evictAndFlush(CACHE_MAX_AGE_DAYS.check);
  return history;
}

/** What was read and found in files before. */
interface FileRecords {
  files: ValueCache<KnownFile>;
  siteFiles: ValueCache<KnownSiteFile>;
  sources: ValueCache<PackedSource>;
  findings: ValueCache<Diagnostic[]>;
}

function openFileRecords({ cacheDir }: Settings): FileRecords {
  const [version, now] = [rendererHash(projectDir), new Date()];
  return {
    files: openValueCache(join(cacheDir, 'read'), version, now),
    siteFiles: openValueCache(join(cacheDir, 'site-files'), version, now),
    sources: openValueCache(join(cacheDir, 'sources'), version, now),
    findings: openValueCache(join(cacheDir, 'findings'), version, now),
  };
}

function closeFileRecords(records: FileRecords): void {
  for (const each of Object.values(records)) each.evictAndFlush(CACHE_MAX_AGE_DAYS.check);
}

/** Gives the records to `work`, and keeps what is new in them when it is done. */
function withRecords<T>(settings: Settings, work: (records: FileRecords) => T): T {
  const records = openFileRecords(settings);
  const result = work(records);
  closeFileRecords(records);
  return result;
}

function readCached({ contentDir, contentName }: Settings, keepSources: boolean, known: FileRecords): Corpus {
  return readCorpus(contentDir, contentName, { keepSources, known });
}

/** The files of the folder public; what was found out of one before is kept. */
async function readCachedPublicFiles({ publicDir, cacheDir }: Settings): Promise<PublicFile[]> {
  const known = openValueCache<FileInspection>(
    join(cacheDir, 'public-files'),
    rendererHash(projectDir),
    new Date(),
  );
  const files = await readPublicFiles(publicDir, { known });
  known.evictAndFlush(CACHE_MAX_AGE_DAYS.check);
  return files;
}

function checkRead(
  { contentName, today }: Settings,
  corpus: Corpus,
  allSources: Corpus['sources'],
  publicFiles: PublicFile[],
  { findings }: FileRecords,
  only: readonly Rule[] | undefined,
): Pick<CheckResult, 'corpus' | 'diagnostics'> {
  const site = createSite(corpus.documents, corpus, today);
  const content = { sources: corpus.sources, allSources, site, publicFiles, contentName };
  const found = checkContent(content, only, findings);
  return { corpus, diagnostics: sortDiagnostics([...corpus.diagnostics, ...found]) };
}

/** A content folder that is read again and again while an editor writes: files that did not change are not read anew. */
export interface WatchedContent {
  /** What the folder holds now, with what the preview shows, and what would stop a build of it. */
  read(): Pick<CheckResult, 'corpus' | 'diagnostics'>;
  /** What the rules for single files find in one, as it was read last. */
  diagnosticsOf(file: string): Diagnostic[];
  /** To be called when a file of the folder public changed, and before the first reading. */
  readPublicFolder(): Promise<void>;
  /** Notes down what was read, for the next start. */
  saveCache(): void;
}

/** Opens the content folder of these settings for the preview. */
export function watchContent(settings: Settings): WatchedContent {
  const records = openFileRecords(settings);
  let publicFiles: PublicFile[] = [];
  let last: Corpus | undefined;
  return {
    diagnosticsOf(file) {
      if (last === undefined) return [];
      const [{ sources }, own] = [last, rules.filter(({ checkFile }) => checkFile !== undefined)];
      const one = { ...last, sources: sources.filter((source) => source.file === file) };
      const { diagnostics } = checkRead(settings, one, sources, publicFiles, records, own);
      return diagnostics.filter((diagnostic) => diagnostic.file === file);
    },
    read() {
      const { contentDir, contentName, today } = settings;
      const options = { keepSources: true, known: records, previewOn: today };
      const corpus = readCorpus(contentDir, contentName, options);
      last = corpus;
      return checkRead(settings, corpus, corpus.sources, publicFiles, records, buildRules);
    },
    async readPublicFolder() {
      publicFiles = await readCachedPublicFiles(settings);
    },
    saveCache: () => closeFileRecords(records),
  };
}

/** Everything that is wrong in the content and in the folder public. */
export async function checkCorpus(
  settings: Settings,
  { rules: only, files }: CheckOptions = {},
): Promise<CheckResult> {
  const publicFiles = await readCachedPublicFiles(settings);
  const { corpus, diagnostics } = withRecords(settings, (records) => {
    const read = readCached(settings, true, records);
    const sources = files ? read.sources.filter(({ file }) => files.includes(file)) : read.sources;
    return checkRead(settings, { ...read, sources }, read.sources, publicFiles, records, only);
  });
  // The sources have done their work; what goes on to the build is without them.
  return {
    corpus: { ...corpus, sources: [] },
    diagnostics,
    scores: () => scoreDocuments(corpus.sources, diagnostics),
  };
}
