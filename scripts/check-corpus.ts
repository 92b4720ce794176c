/** Reads a content folder and runs the rules: all for `check`, the rules for builds before a build. */
import { join } from 'node:path';
import { CACHE_MAX_AGE_DAYS } from '../src/cache/max-age.ts';
import { openValueCache, type ValueCache } from '../src/cache/value-cache.ts';
import {
  buildRules,
  type CheckedContent,
  checkContent,
  openFileCheck,
  type PublicFile,
  type Rule,
  readPublicFiles,
  rules,
  type Score,
  scoreDocuments,
} from '../src/check/index.ts';
import {
  atTheirFiles,
  type CachedFile,
  type CachedSiteFile,
  type Corpus,
  type EncodedSource,
  isBelow,
  noOrigins,
  type Origins,
  readCorpus,
  readSiteFiles,
} from '../src/corpus/index.ts';
import { type Diagnostic, sortDiagnostics } from '../src/documents/diagnostic.ts';
import type { ContentHistory, FieldChange } from '../src/documents/history.ts';
import { allDocuments } from '../src/documents/redirects.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import type { AnnotatedFile } from '../src/documents/source.ts';
import { usedFilePaths } from '../src/documents/used-files.ts';
import { type TextFacts, textFacts } from '../src/province/county-summary.ts';
import type { FileInspection } from '../src/public-folder/index.ts';
import type { LedgerEntry } from '../src/schema/addresses.ts';
import type { Settings } from '../src/settings.ts';
import { codeHash } from './code-hash.ts';
import { readInheritedHistory } from './inherited-history.ts';
import { basesOf } from './public-folders.ts';
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
  /** What the site's own files say differently from its bases. */
  changed: Corpus['changed'];
  /** Of documents and rates: where their texts come from. */
  texts: TextFacts[];
  /** Runs the rules over the site of the corpus and saves the caches; returns their findings with those of reading. To be called once. */
  check(site: Site): Promise<Diagnostic[]>;
}

/** Reads the content of a build: its pages are rendered while the rules run. */
export function readToCheck(settings: Settings, { rules: only, files: names }: CheckOptions): CorpusToCheck {
  const publicFiles = startTask(() => readCachedPublicFiles(settings));
  const records = openFileRecords(settings);
  const { sources, ...read } = readCached(settings, true, records);
  // Texts and caches are most of the memory of this process, which goes on until all pages are rendered: dropped after the check.
  let toCheck: { sources: Corpus['sources']; records: FileRecords } | undefined = { sources, records };
  return {
    // Pages do not need to know from which files their content comes.
    corpus: { ...read, sources: [], origins: noOrigins, changed: [], baseFiles: new Map() },
    diagnostics: read.diagnostics,
    changed: read.changed,
    texts: factsAbout(sources, read.origins),
    async check(site) {
      if (toCheck === undefined) throw new Error('The content was checked before.');
      const { sources: all, records: used } = toCheck;
      toCheck = undefined;
      const files = await publicFiles;
      const corpus = { ...read, sources: selectSources(all, names) };
      const { diagnostics } = checkRead(settings, corpus, all, files, used, only, site);
      closeFileRecords(used);
      return diagnostics;
    },
  };
}

/** The facts about the texts of documents and rates. */
function factsAbout(sources: Corpus['sources'], { baseNames, joined }: Origins): TextFacts[] {
  return sources
    .filter(({ document, collection }) => document !== undefined || collection === 'rates')
    .map((source) => {
      const isInherited = baseNames.some((name) => isBelow(source.file, name));
      return textFacts(source, isInherited ? 'base' : joined[source.file] ? 'changed' : 'own');
    });
}

/** The sources of the named files; all without names. */
function selectSources(sources: Corpus['sources'], files: readonly string[] | undefined): Corpus['sources'] {
  if (files === undefined) return sources;
  const names = new Set(files);
  return sources.filter(({ file }) => names.has(file));
}

/** The addresses in the ledger of `contentDir`. */
export function readLedger(settings: Settings, contentDir: string): LedgerEntry[] {
  return withRecords(settings, (records) => readSiteFiles(contentDir, 'content', records).ledger);
}

/** The history of the content and of what it inherits from git; differences between versions are cached. */
export async function readCachedHistory(settings: Settings): Promise<ContentHistory> {
  const changes = openValueCache<FieldChange[]>(join(settings.cacheDir, 'changes'), codeHash(), new Date());
  const history = await readInheritedHistory(settings, changes);
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
  const [version, now] = [codeHash(), new Date()];
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

function readCached(
  { contentDir, contentName, today, baseLimits, basesDir }: Settings,
  keepSources: boolean,
  known: FileRecords,
): Corpus {
  const options = { keepSources, known, today, limits: baseLimits, basesDir };
  return readCorpus(contentDir, contentName, options);
}

/** The files of the folder public; facts about a file are cached. */
async function readCachedPublicFiles(settings: Settings): Promise<PublicFile[]> {
  const { publicDir, cacheDir } = settings;
  const known = openValueCache<FileInspection>(join(cacheDir, 'public-files'), codeHash(), new Date());
  const files = await readPublicFiles(publicDir, { known });
  for (const base of basesOf(settings)) {
    const inherited = await readPublicFiles(base.publicDir, { known, name: base.publicName });
    const own = new Set(files.map(({ address }) => address));
    files.push(...inherited.filter(({ address }) => !own.has(address)));
  }
  known.evictAndFlush(CACHE_MAX_AGE_DAYS.check);
  return files;
}

function contentOf(
  settings: Settings,
  corpus: Corpus,
  publicFiles: readonly PublicFile[],
  site = createSite(corpus.documents, corpus, settings.today),
): CheckedContent {
  const { sources } = corpus;
  const { contentName } = settings;
  const published = publishedFiles(publicFiles, settings, site);
  return { sources, allSources: sources, site, publicFiles: published, contentName };
}

/** The files without those of bases that no document refers to: they are not published. */
function publishedFiles(files: readonly PublicFile[], settings: Settings, site: Site): readonly PublicFile[] {
  const names = basesOf(settings).map(({ publicName }) => `${publicName}/`);
  if (names.length === 0) return files;
  const used = usedFilePaths(allDocuments(site));
  const isInherited = ({ file }: PublicFile) => names.some((name) => file.startsWith(name));
  return files.filter((file) => !isInherited(file) || used.has(file.address.slice(1)));
}

function checkRead(
  settings: Settings,
  corpus: Corpus,
  allSources: Corpus['sources'],
  publicFiles: PublicFile[],
  { findings }: FileRecords,
  only: readonly Rule[] | undefined,
  site?: Site,
): Pick<CheckResult, 'corpus' | 'diagnostics'> {
  const content = { ...contentOf(settings, corpus, publicFiles, site), allSources };
  const found = atTheirFiles(checkContent(content, only, findings), corpus.origins);
  return { corpus, diagnostics: sortDiagnostics([...corpus.diagnostics, ...found]) };
}

/** A content folder that is read repeatedly while an editor writes: only changed files are read again. */
export interface WatchedContent {
  /** The present content with drafts, and the findings that would stop a build. */
  read(): Pick<CheckResult, 'corpus' | 'diagnostics'>;
  /**
   * The same for the first time: of many files that are not in the cache only the fields are read and checked, and `finish` does the rest
   * of the work for one of them; it returns false when `read` has nothing left to do but collect the findings.
   */
  readFirst(): Pick<CheckResult, 'corpus' | 'diagnostics'> & { finish?: (() => boolean) | undefined };
  /** Findings of the rules for single files in one file, as it was last read. */
  diagnosticsOf(file: string): Diagnostic[];
  /** The same in a text that is not saved, beside the content as it was last read; at the lines of the text. */
  diagnosticsIn(source: AnnotatedFile): Diagnostic[];
  /** Findings of the rules that compare files, one rule after the other, with `source` in the place of its file in `site`; at its lines. */
  comparisons(source: AnnotatedFile, site: Site): Iterable<Diagnostic[]>;
  /** To be called before the first `read` and after a change in the folder public. */
  readPublicFolder(): Promise<void>;
  /** Saves the cache for the next start. */
  saveCache(): void;
}

/** The rules for builds that check one file at a time. */
const fileRules: readonly Rule[] = buildRules
  .filter(({ checkFile }) => checkFile !== undefined)
  .map(({ check: _, ...rule }) => rule);

/** All rules that check one file at a time, without what some of them check in the content as a whole. */
const allFileRules: readonly Rule[] = rules
  .filter(({ checkFile }) => checkFile !== undefined)
  .map(({ check: _, ...rule }) => rule);

/** What the rules check in the content as a whole. */
const comparingRules: readonly Rule[] = rules
  .filter(({ check }) => check !== undefined)
  .map(({ checkFile: _, ...rule }) => rule);

/** Files outside the cache that the preview parses before it is ready: about half a second. */
const MAX_PARSED_AT_START = 60;

/** Files whose findings the preview computes between two requests. */
const FILES_CHECKED_AT_ONCE = 5;

/** Opens the content folder for the preview. */
export function watchContent(settings: Settings): WatchedContent {
  const records = openFileRecords(settings);
  let publicFiles: PublicFile[] = [];
  let last: Corpus | undefined;
  /** The check of unsaved texts beside the content, for as long as the corpus stays. */
  let beside: { corpus: Corpus; checkText: ReturnType<typeof openFileCheck> } | undefined;
  const readWith = (maxParsed: number) => {
    const { contentDir, contentName, today, baseLimits: limits, basesDir } = settings;
    const options = { keepSources: true, known: records, previewOn: today, maxParsed, limits, basesDir };
    last = readCorpus(contentDir, contentName, options);
    return last;
  };
  /** Parses the files one by one, then checks a few at a time. */
  const finishReading = (parseNext: () => boolean) => {
    let isParsed = false;
    let content: CheckedContent | undefined;
    let unchecked: AnnotatedFile[] = [];
    return () => {
      if (!isParsed) {
        isParsed = !parseNext();
        return true;
      }
      if (content === undefined) {
        content = contentOf(settings, readWith(Infinity), publicFiles);
        unchecked = content.sources.filter(({ collection }) => collection !== undefined);
      }
      const sources = unchecked.splice(0, FILES_CHECKED_AT_ONCE);
      checkContent({ ...content, sources }, fileRules, records.findings);
      return unchecked.length > 0;
    };
  };
  const check = (corpus: Corpus) =>
    checkRead(settings, corpus, corpus.sources, publicFiles, records, buildRules);
  return {
    diagnosticsOf(file) {
      if (last === undefined) return [];
      const { sources } = last;
      const one = { ...last, sources: sources.filter((source) => source.file === file) };
      const { diagnostics } = checkRead(settings, one, sources, publicFiles, records, allFileRules);
      return diagnostics.filter((diagnostic) => diagnostic.file === file);
    },
    diagnosticsIn(source) {
      if (last === undefined) return [];
      if (beside?.corpus !== last) {
        const content = contentOf(settings, last, publicFiles);
        beside = { corpus: last, checkText: openFileCheck(content, allFileRules) };
      }
      return beside.checkText(source);
    },
    *comparisons(source, site) {
      if (last === undefined) return;
      const others = last.sources.filter(({ file }) => file !== source.file);
      const allSources = [...others, source];
      const content = { ...contentOf(settings, last, publicFiles), sources: [source], allSources, site };
      for (const rule of comparingRules) yield checkContent(content, [rule]);
    },
    read: () => check(readWith(Infinity)),
    readFirst() {
      const corpus = readWith(MAX_PARSED_AT_START);
      const { parseNext } = corpus;
      if (parseNext === undefined) return check(corpus);
      return { corpus, diagnostics: corpus.diagnostics, finish: finishReading(parseNext) };
    },
    async readPublicFolder() {
      publicFiles = await readCachedPublicFiles(settings);
      beside = undefined;
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
    const sources = selectSources(read.sources, files);
    return checkRead(settings, { ...read, sources }, read.sources, publicFiles, records, only);
  });
  // The build needs no sources: without them the content is smaller.
  return {
    corpus: { ...corpus, sources: [] },
    diagnostics,
    scores: () => scoreDocuments(corpus.sources, diagnostics),
  };
}
