/**
 * The one place that knows the order of a build: read the content, check it, draw the pages in a new folder while search
 * index and pictures are made beside them, add the offline list, and only then put all in the place of the last one.
 * Whatever fails on the way, the site that was there stays.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { cp } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { buildRules } from '../src/check/index.ts';
import type { Content } from '../src/content-entries.ts';
import { writeContent } from '../src/content-file.ts';
import { allDocuments } from '../src/documents/former.ts';
import { hasErrors, type Problem, sortProblems } from '../src/documents/problem.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { writeOfflineList } from '../src/offline/index.ts';
import { makePhotographs, stripMetadata } from '../src/photographs/index.ts';
import { discard } from '../src/publish/index.ts';
import type { Settings } from '../src/settings.ts';
import { makeBundles } from '../src/share/bundles/index.ts';
import { type Progress, showProgress } from '../src/share/pictures/progress.ts';
import { type BesideOrder, startBesidePages } from './beside-pages.ts';
import { type Checked, checkCorpus, readKeptHistory, readUnchecked } from './check-corpus.ts';
import { startDrawingPages } from './draw-pages.ts';
import { joinFolders } from './join-folders.ts';

/** What a build came to. */
export interface BuildResult {
  /** Whether the site stands in the output folder. */
  done: boolean;
  problems: Problem[];
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
}

/**
 * Builds the whole site. Content with errors builds nothing; a failure of the build itself is thrown.
 */
export async function buildSite(
  settings: Settings,
  { withPictures = true, withAllRules = false, files }: BuildOptions = {},
): Promise<BuildResult> {
  const { outDir } = settings;
  mkdirSync(dirname(outDir), { recursive: true });
  // Beside the output, so that the change is a rename on one disk.
  const work = join(dirname(outDir), `.${basename(outDir)}.${process.pid}`);
  const [fresh, last, corpusFile] = [`${work}.new`, `${work}.old`, `${work}.json`];
  const small = `${work}.photographs`;
  const stop = new AbortController();
  const ofBuild = { ...settings, outDir: fresh, corpusFile };
  const order: BesideOrder = { withPictures, withAllRules, files };
  try {
    mkdirSync(fresh, { recursive: true });
    const beside = startBesidePages(ofBuild, stop.signal);
    const drawing = startDrawingPages(ofBuild, stop.signal);
    // All rules take as long as the pages: they are gone through beside them. An editor who only builds is told at once.
    const early = withAllRules ? beside.work(order) : undefined;
    early?.catch(() => undefined);
    const history = readKeptHistory(settings);
    // What fails here is told when the pages need it.
    history.catch(() => undefined);
    const { corpus, problems } = withAllRules
      ? uncheckedOf(settings)
      : await checkCorpus(settings, { rules: buildRules });
    const site = createSite(corpus.documents, corpus, settings.today);
    const documents = allDocuments(site).length;
    const refused = (found: Problem[]): BuildResult => ({ done: false, problems: found, documents, site });
    if (hasErrors(problems)) return refused(early ? await early : problems);

    // Pages say how large their photographs are: these come first.
    let progress: Progress | undefined;
    const { photographs, replaced } = await makePhotographs(site, {
      ...settings,
      outDir: small,
      onPhotograph: (total) => {
        progress ??= showProgress(process.stderr, { what: '照片', total });
        progress.step();
      },
    });
    progress?.end();
    const content: Content = { ...corpus, history: await history, photographs };
    writeContent(corpusFile, content);
    await layPublicFolder(settings.publicDir, fresh);
    const besidePages = early ?? beside.work(order);
    const pages = drawing.work({});
    pages.catch(() => stop.abort());
    const [made] = await Promise.allSettled([besidePages, pages]);
    await pages;
    if (made.status === 'rejected') throw made.reason;
    const found = sortProblems(withAllRules ? made.value : [...problems, ...made.value]);
    if (hasErrors(found)) return refused(found);

    if (existsSync(small)) joinFolders(small, fresh);
    await stripMetadata(settings.publicDir, fresh);
    if (withPictures) await makeBundles(site, fresh, settings.cacheDir);
    await writeOfflineList(fresh, settings.today, settings.cacheDir, replaced);
    if (existsSync(outDir)) renameSync(outDir, last);
    renameSync(fresh, outDir);
    return { done: true, problems: found, documents, site };
  } catch (error) {
    if (existsSync(last) && !existsSync(outDir)) renameSync(last, outDir);
    throw error;
  } finally {
    stop.abort();
    rmSync(corpusFile, { force: true });
    rmSync(small, { recursive: true, force: true });
    rmSync(fresh, { recursive: true, force: true });
    if (existsSync(last)) discard(last);
  }
}

/** What the build makes itself stands above what lies in the folder public, whichever is there first. */
async function layPublicFolder(publicDir: string, outDir: string): Promise<void> {
  // The synchronous twin of `cp` calls a full disk an input/output error.
  if (existsSync(publicDir)) await cp(publicDir, outDir, { recursive: true, force: false });
}

function uncheckedOf(settings: Settings): Pick<Checked, 'corpus' | 'problems'> {
  const corpus = readUnchecked(settings);
  return { corpus, problems: corpus.problems };
}
