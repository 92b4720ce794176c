/**
 * The one place that knows the order of a build: read the content, check it, let Astro write the pages to a
 * folder of their own, add the search index, the pictures and the offline list, and only then put that folder in the place of the last one.
 * Whatever fails on the way, the site that was there stays.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { buildRules } from '../src/check/index.ts';
import { findCharacters } from '../src/corpus/index.ts';
import { hasErrors, type Problem, sortProblems } from '../src/documents/problem.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { writeOfflineList } from '../src/offline/index.ts';
import { stripMetadata } from '../src/photographs/strip-metadata.ts';
import { buildSearchIndex } from '../src/search/index.ts';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';
import { makeBundles } from '../src/share/bundles/index.ts';
import { makePictures, missingCharacterProblem } from '../src/share/pictures/index.ts';
import { type Checked, checkCorpus } from './check-corpus.ts';

/** What a build came to. */
export interface BuildResult {
  /** Whether the site stands in the output folder. */
  done: boolean;
  problems: Problem[];
  /** Number of documents. */
  documents: number;
}

/**
 * Builds the whole site. Content with errors builds nothing; a failure of the build itself is thrown. Content that was
 * read and checked already is not read again; for a measurement of something else the pictures can be left out.
 */
export async function buildSite(
  settings: Settings,
  { checked, withPictures = true }: { checked?: Checked; withPictures?: boolean } = {},
): Promise<BuildResult> {
  const { corpus, problems: found } = checked ?? (await checkCorpus(settings, buildRules));
  const problems = [...found];
  const { documents } = corpus;
  const { policies, stories, pages, notices } = documents;
  const count = policies.length + stories.length + pages.length + notices.length;
  if (hasErrors(problems)) return { done: false, problems, documents: count };

  const { outDir } = settings;
  mkdirSync(dirname(outDir), { recursive: true });
  // Beside the output, so that the change is a rename on one disk.
  const work = join(dirname(outDir), `.${basename(outDir)}.${process.pid}`);
  const [fresh, last] = [`${work}.new`, `${work}.old`];
  try {
    await runAstro({ ...settings, outDir: fresh });
    const site = createSite(corpus.documents, corpus, settings.today);
    await buildSearchIndex(site, fresh);
    await stripMetadata(settings.publicDir, fresh);
    if (withPictures) {
      problems.push(...(await drawPictures(site, settings, fresh)));
      makeBundles(site, fresh);
    }
    await writeOfflineList(fresh, settings.today);
    if (existsSync(outDir)) renameSync(outDir, last);
    renameSync(fresh, outDir);
  } catch (error) {
    if (existsSync(last) && !existsSync(outDir)) renameSync(last, outDir);
    throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
  return { done: true, problems: sortProblems(problems), documents: count };
}

/** Makes the pictures that travel in chat groups; tells of characters that could not be set. */
async function drawPictures(site: Site, settings: Settings, outDir: string): Promise<Problem[]> {
  const { cacheDir } = settings;
  const { missing } = await makePictures(site, outDir, { cacheDir, terminal: process.stderr });
  return findCharacters(settings, missing).map(missingCharacterProblem);
}

/** Lets Astro write the pages; it finds its settings in the environment, see src/settings.ts. */
async function runAstro(settings: Settings): Promise<void> {
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  process.env.NODE_ENV = 'production';
  Object.assign(process.env, asEnvironment(settings));
  const { build } = await import('astro');
  // Empty collections are lawful here; Astro would warn of each.
  await build({ root: projectDir, logLevel: 'error' });
}
