/**
 * The one place that knows the order of a build: read the content, check it, draw the pages in a new folder while search
 * index and pictures are made beside them, add the offline list, and only then put all in the place of the last one.
 * Whatever fails on the way, the site that was there stays.
 */
import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { pruneEmptyDirectories, recycleDirectories, reuseDirectories } from '../src/cache/index.ts';
import { buildRules } from '../src/check/index.ts';
import { writeContent } from '../src/corpus-serialization.ts';
import { type Diagnostic, hasErrors, sortDiagnostics } from '../src/documents/diagnostic.ts';
import { allDocuments } from '../src/documents/redirects.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { writeOfflineList } from '../src/offline/index.ts';
import { copyPublicFiles } from '../src/public-folder/index.ts';
import type { Settings } from '../src/settings.ts';
import { startBackgroundTasks, startPageRenderer } from './build-workers.ts';
import { type CheckResult, checkCorpus, readCachedHistory, readUnchecked } from './check-corpus.ts';
import { type ReplacedSite, refuseEmpty } from './empty-content.ts';
import { onInterrupt } from './interrupt.ts';
import { mergeDirectories } from './merge-directories.ts';
import { makePhotographsWithProgress } from './photographs-with-progress.ts';
import { publicDiagnostic } from './public-diagnostic.ts';
import { makeTempDirFor, removeTempDir, replacedPathFor } from './temp-dir.ts';

/** What a build came to. */
export interface BuildResult {
  /** Whether the site stands in the output folder. */
  done: boolean;
  diagnostics: Diagnostic[];
  /** Number of documents. */
  documents: number;
  /** The content as it was read. */
  site: Site;
}

export interface BuildOptions {
  /** False for a measurement of something else. */
  withPictures?: boolean;
  /** Whether an error by any rule stops the build, not only by those that nothing may get past. */
  withAllRules?: boolean;
  /** The documents that all rules look at for themselves; all where it is left out. */
  files?: readonly string[] | undefined;
  /** What an empty content folder must not replace; the output folder where it is left out. */
  replaces?: ReplacedSite | undefined;
}

/** Where a build works: on the disk of the output, so that the change is a rename. */
interface BuildPaths {
  /** The new site while it is made. */
  newSite: string;
  /** The last site while the new one takes its place. */
  lastSite: string;
  /** The content for the processes. */
  corpusFile: string;
  /** Photographs, before the pages that say how large they are. */
  photographs: string;
}

/**
 * Builds the whole site. Content with errors builds nothing; a failure of the build itself is thrown.
 */
export async function buildSite(settings: Settings, options: BuildOptions = {}): Promise<BuildResult> {
  const { outDir, cacheDir } = settings;
  const work = makeTempDirFor(outDir);
  const place: BuildPaths = {
    newSite: join(work, 'new'),
    lastSite: replacedPathFor(work),
    corpusFile: join(work, 'content'),
    photographs: join(work, 'photographs'),
  };
  const stop = new AbortController();
  // Before the folder is removed: the processes write into it.
  const forgetStop = onInterrupt(() => stop.abort());
  try {
    reuseDirectories(cacheDir, place.newSite);
    const result = await makeSite(settings, { replaces: { folder: outDir }, ...options }, place, stop);
    if (!result.done) return result;
    if (existsSync(outDir)) renameSync(outDir, place.lastSite);
    renameSync(place.newSite, outDir);
    return result;
  } catch (error) {
    if (existsSync(place.lastSite) && !existsSync(outDir)) renameSync(place.lastSite, outDir);
    throw error;
  } finally {
    stop.abort();
    forgetStop();
    removeTempDir(work);
    if (existsSync(place.lastSite)) recycleDirectories(place.lastSite, cacheDir);
  }
}

/** Makes the new site in its place of work. */
async function makeSite(
  settings: Settings,
  { withPictures = true, withAllRules = false, files, replaces = 'a site' }: BuildOptions,
  { newSite, corpusFile, photographs: photographsDir }: BuildPaths,
  stop: AbortController,
): Promise<BuildResult> {
  const { publicDir, cacheDir, today } = settings;
  const ofBuild = { ...settings, outDir: newSite, corpusFile };
  const beside = startBackgroundTasks(ofBuild, stop.signal);
  const drawing = startPageRenderer(ofBuild, stop.signal);
  const makeBeside = () => beside.run({ step: 'make', withPictures, withAllRules, files });
  // All rules take as long as the pages: they are gone through beside them. An editor who only builds is told at once.
  const early = withAllRules ? makeBeside() : undefined;
  early?.catch(() => undefined);
  const history = readCachedHistory(settings);
  // What fails here is told when the pages need it.
  history.catch(() => undefined);
  const { corpus, diagnostics } = withAllRules
    ? uncheckedOf(settings)
    : await checkCorpus(settings, { rules: buildRules });
  const site = createSite(corpus.documents, corpus, today);
  const documents = allDocuments(site).length;
  const refused = (found: Diagnostic[]): BuildResult => ({
    done: false,
    diagnostics: found,
    documents,
    site,
  });
  if (hasErrors(diagnostics)) return refused(early ? await early : diagnostics);
  const empty = documents === 0 ? refuseEmpty(settings, replaces) : undefined;
  if (empty !== undefined) return refused([...diagnostics, empty]);

  // Pages say how large their photographs are: these come first.
  const { photographs, legacyFallbacks } = await makePhotographsWithProgress(site, {
    ...settings,
    outDir: photographsDir,
  });
  writeContent(corpusFile, { ...corpus, history: await history, photographs });
  // What the build makes itself stands above what lies in the folder public, whichever is there first.
  const unfit = await copyPublicFiles({
    publicDir,
    outDir: newSite,
    cacheDir,
    except: legacyFallbacks,
  }).catch(publicDiagnostic);
  if (unfit) {
    const told = sortDiagnostics(early ? await early : diagnostics);
    return refused(hasErrors(told) ? told : [...told, unfit]);
  }
  const pages = drawing.run({ url: corpus.site.url });
  pages.catch(() => stop.abort());
  const [made] = await Promise.allSettled([early ?? makeBeside(), pages]);
  await pages;
  const drawn = drawing.close();
  if (made.status === 'rejected') throw made.reason;
  const found = sortDiagnostics(withAllRules ? made.value : [...diagnostics, ...made.value]);
  if (hasErrors(found)) return refused(found);

  if (existsSync(photographsDir)) mergeDirectories(photographsDir, newSite);
  // No phone keeps zips: they are not in its list. Nor is any of them the first file of its folder.
  const bundles = withPictures ? beside.run({ step: 'bundle' }) : undefined;
  bundles?.catch(() => undefined);
  const written = pruneEmptyDirectories(newSite);
  await Promise.all([
    bundles,
    writeOfflineList(newSite, { files: written, day: today, cacheDir, unseen: legacyFallbacks }),
  ]);
  await Promise.all([drawn, beside.close()]);
  return { done: true, diagnostics: found, documents, site };
}

function uncheckedOf(settings: Settings): Pick<CheckResult, 'corpus' | 'diagnostics'> {
  const corpus = readUnchecked(settings);
  return { corpus, diagnostics: corpus.diagnostics };
}
