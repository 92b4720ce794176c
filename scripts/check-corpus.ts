/** Reads a content folder and runs the rules: all for `check`, the rules for builds before a build. */
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
  type CachedFile,
  type CachedSiteFile,
  type Corpus,
  type EncodedSource,
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
import { startTask } from './start-task.ts';

export interface CheckResult {
  corpus: Corpus;
  /** Findings of reading and of the rules. */
  diagnostics: Diagnostic[];
  /** The readability of each document, computed on demand. */
  scores(): Score[];
}

export interface CheckOptions {
  /** Default: all rules. */
  rules?: readonly Rule[];
  /** The documents that the rules for single files check, with the paths that editors see; default: all. */
  files?: readonly string[] | undefined;
}

/** The content that was read, with the findings of reading; the rules run later. */
export interface CorpusToCheck extends Pick<CheckResult, 'corpus' | 'diagnostics'> {
  /** Runs the rules for builds and saves the caches; returns their findings with those of reading. To be called once. */
  check(): Promise<Diagnostic[]>;
}

/** Reads the content of a build: its pages are rendered while the rules run. */
export function readToCheck(settings: Settings): CorpusToCheck {
  const publicFiles = startTask(() => readCachedPublicFiles(settings));
  const records = openFileRecords(settings);
  const { sources, ...read } = readCached(settings, true, records);
  let toCheck: Corpus['sources'] = sources;
  return {
    corpus: { ...read, sources: [] },
    diagnostics: read.diagnostics,
    async check() {
      const corpus = { ...read, sources: toCheck };
      toCheck = [];
      const files = await publicFiles;
      const { diagnostics } = checkRead(settings, corpus, corpus.sources, files, records, buildRules);
      closeFileRecords(records);
      return diagnostics;
    },
  };
}

/** The content with the findings of reading, if the rules run elsewhere. */
export function readUnchecked(settings: Settings): Corpus {
  return withRecords(settings, (records) => readCached(settings, false, records));
}

/** The addresses in the ledger of `contentDir`. */
export function readLedger(settings: Settings, contentDir: string): LedgerEntry[] {
  return withRecords(settings, (records) => readSiteFiles(contentDir, 'content', records).ledger);
}

/** The history of the content from git; differences between versions are cached. */
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

/** The caches of parsed files and their findings. */
interface FileRecords {
  files: ValueCache<CachedFile>;
  siteFiles: ValueCache<CachedSiteFile>;
  sources: ValueCache<EncodedSource>;
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

/** Passes the caches to `work` and saves them afterwards. */
function withRecords<T>(settings: Settings, work: (records: FileRecords) => T): T {
  const records = openFileRecords(settings);
  const result = work(records);
  closeFileRecords(records);
  return result;
}

function readCached({ contentDir, contentName }: Settings, keepSources: boolean, known: FileRecords): Corpus {
  return readCorpus(contentDir, contentName, { keepSources, known });
}

/** The files of the folder public; facts about a file are cached. */
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

/** A content folder that is read repeatedly while an editor writes: only changed files are read again. */
export interface WatchedContent {
  /** The present content with drafts, and the findings that would stop a build. */
  read(): Pick<CheckResult, 'corpus' | 'diagnostics'>;
  /** Findings of the rules for single files in one file, as it was last read. */
  diagnosticsOf(file: string): Diagnostic[];
  /** To be called before the first `read` and after a change in the folder public. */
  readPublicFolder(): Promise<void>;
  /** Saves the cache for the next start. */
  saveCache(): void;
}

/** Opens the content folder for the preview. */
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

/** All findings in the content and in the folder public. */
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
  // The build needs no sources: without them the content is smaller.
  return {
    corpus: { ...corpus, sources: [] },
    diagnostics,
    scores: () => scoreDocuments(corpus.sources, diagnostics),
  };
}
