/**
 * Defines the order of a build: read the content, render the pages into a new folder while another process builds search index and
 * pictures and the rules run here, write the offline list, and then replace the last site by a rename. If any step before the rename fails,
 * or any rule finds an error, the last site is unchanged.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pruneEmptyDirectories } from '../src/cache/index.ts';
import { buildRules, rules } from '../src/check/index.ts';
import { writeContent } from '../src/corpus-serialization.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../src/documents/diagnostic.ts';
import type { ContentHistory } from '../src/documents/history.ts';
import { allDocuments } from '../src/documents/redirects.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { findOriginals } from '../src/photographs/index.ts';
import { countySummary, writeCountySummary } from '../src/province/county-summary.ts';
import type { Settings } from '../src/settings.ts';
import { type BuildWorkers, openBuildWorkers } from './build-workers.ts';
import { type CorpusToCheck, readCachedHistory, readToCheck } from './check-corpus.ts';
import { type ReplacedSite, refuseEmpty } from './empty-content.ts';
import { findEqualBuild } from './equal-build.ts';
import { onInterrupt } from './interrupt.ts';
import { mergeDirectories } from './merge-directories.ts';
import { missingCharacters } from './missing-characters.ts';
import { prepareFiles } from './prepare-files.ts';
import { publicFolders } from './public-folders.ts';
import { replaceSite } from './replace-site.ts';
import { takeFromOthers } from './share-cache.ts';
import { startTask } from './start-task.ts';

/** The result of a build. */
export interface BuildResult {
  /** Whether the output folder contains the new site. */
  done: boolean;
  diagnostics: Diagnostic[];
  /** Number of documents. */
  documents: number;
  /** The content as it was read. */
  site: Site;
  /** What its own files say differently from its bases. */
  changed: CorpusToCheck['changed'];
}

export interface BuildOptions {
  /** False for measurements without pictures. */
  withPictures?: boolean;
  /** Whether an error of any rule stops the build, not only of the rules for builds. */
  withAllRules?: boolean;
  /** The documents that the rules for single files check; default: all. */
  files?: readonly string[] | undefined;
  /** The site that an empty content folder must not replace; default: the output folder. */
  replaces?: ReplacedSite | undefined;
  /** The history of the content, if it is known; default: from git. */
  history?: ContentHistory | undefined;
  /** The result of `startTaking`; default: what others have made is taken now. */
  taken?: Promise<boolean> | undefined;
  /** Workers that were started before the settings were known; default: started now. The build ends them. */
  workers?: BuildWorkers | undefined;
  /** Work of the caller for the time in which this process waits for the others; not called if the content has errors. */
  whileRendering?: (() => void) | undefined;
  /** Called with the folder of the complete site before it replaces the last one. */
  whenMade?: ((siteDir: string, result: BuildResult) => Promise<void>) | undefined;
}

/** Temporary paths of a build, on the disk of the output folder. */
interface BuildPaths {
  /** The new site until it is complete. */
  newSite: string;
  /** The content for the worker processes. */
  corpusFile: string;
  /** Photographs: pages contain their sizes, so they are encoded first. */
  photographs: string;
  /** The recording of the news: a page says how long it is. */
  news: string;
}

/** Builds the whole site. Content with errors builds nothing; a failure of the build itself is thrown. */
export async function buildSite(settings: Settings, options: BuildOptions = {}): Promise<BuildResult> {
  const hasTakenSite = await (options.taken ?? takeFromOthers(settings));
  let result: BuildResult | undefined;
  await replaceSite(settings, async (newSite, work) => {
    const paths: BuildPaths = {
      newSite,
      corpusFile: join(work, 'content'),
      photographs: join(work, 'photographs'),
      news: join(work, 'news'),
    };
    const ofWorkers = { ...settings, outDir: newSite, corpusFile: paths.corpusFile };
    // Loading their code takes longer than the rest of a build whose site another machine has made.
    const workers = options.workers ?? openBuildWorkers(ofWorkers, { startsAtOnce: !hasTakenSite });
    if (options.workers) workers.useSettings(ofWorkers);
    // The workers write into the temporary folder: they end before it is removed.
    const cancelStop = onInterrupt(workers.stop);
    try {
      const replaces = { folder: settings.outDir };
      result = await makeSite(settings, { replaces, ...options }, paths, workers);
      if (result.done) await options.whenMade?.(newSite, result);
      return result.done;
    } finally {
      await workers.stop();
      cancelStop();
    }
  });
  if (result === undefined) throw new Error('The site was not made.');
  return result;
}

/** Makes the new site in its temporary folder. */
async function makeSite(
  settings: Settings,
  options: BuildOptions,
  paths: BuildPaths,
  workers: BuildWorkers,
): Promise<BuildResult> {
  const { withPictures = true, withAllRules = false, files, replaces = 'a site', whileRendering } = options;
  const history = startTask(async () => options.history ?? readCachedHistory(settings));
  const read = readToCheck(settings, { rules: withAllRules ? rules : buildRules, files });
  const site = createSite(read.corpus.documents, read.corpus, settings.today);
  const documents = allDocuments(site).length;
  const result = (done: boolean, diagnostics: readonly Diagnostic[]): BuildResult => ({
    done,
    diagnostics: sortDiagnostics(diagnostics),
    documents,
    site,
    changed: read.changed,
  });

  const check = once(() => read.check(site));
  /** The findings, with another error unless they have errors of their own. */
  const failed = async (error: Diagnostic) => {
    const found = await check();
    return result(false, hasErrors(found) ? found : [...found, error]);
  };

  if (hasErrors(read.diagnostics)) return result(false, await check());
  const empty = documents === 0 ? refuseEmpty(settings, replaces) : undefined;
  if (empty !== undefined) return failed(empty);
  // New photographs take minutes: no editor waits for them to be told of an error.
  const folders = publicFolders(settings, site);
  const publicDirs = folders.map(({ dir }) => dir);
  if (findOriginals(site, publicDirs).length > 0 && hasErrors(await check()))
    return result(false, await check());

  const prepared = await prepareFiles(settings, paths, { site, folders, withPictures });
  if (prepared.refused !== undefined) return failed(prepared.refused);
  writeContent(paths.corpusFile, {
    ...read.corpus,
    history: await history,
    photographs: prepared.photographs,
    newsRecording: prepared.newsRecording,
  });
  // What the site has before the workers begin.
  writeCountySummary(paths.newSite, countySummary(site, read.texts));
  const made = { url: read.corpus.site.url, withPictures, unlisted: prepared.unlisted };
  const equal = findEqualBuild(settings, paths.newSite, {
    ...made,
    corpusFile: paths.corpusFile,
    given: [paths.newSite, paths.photographs],
  });
  const restored = equal?.restore();
  const make =
    restored === undefined &&
    (await import('./make-files.ts')).startMaking(settings, workers, { ...paths, ...made });
  const checked = [...(await check()), ...prepared.diagnostics];
  // A rule may have found why a page cannot be rendered.
  if (hasErrors(checked)) return result(false, checked);
  whileRendering?.();
  const missing = make ? await make() : (restored ?? []);
  if (existsSync(paths.photographs)) mergeDirectories(paths.photographs, paths.newSite);
  if (make) equal?.record(missing);
  else pruneEmptyDirectories(paths.newSite);
  return result(true, [...checked, ...(await missingCharacters(settings, missing))]);
}

/** `work`, run at most once. */
function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
