/**
 * The one place that knows the order of a build: read the content, check it, let Astro write the pages to a
 * folder of their own, add the search index, and only then put that folder in the place of the last one. Whatever fails on the
 * way, the site that was there stays.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readCorpus } from '../src/corpus/index.ts';
import { hasErrors, type Problem } from '../src/documents/problem.ts';
import { createSite } from '../src/documents/site.ts';
import { buildSearchIndex } from '../src/search/index.ts';
import { asEnvironment, projectDir, type Settings } from '../src/settings.ts';

/** What a build came to. */
export interface BuildResult {
  /** Whether the site stands in the output folder. */
  done: boolean;
  problems: Problem[];
  /** Number of documents. */
  documents: number;
}

/** Builds the whole site. Content with errors builds nothing; a failure of the build itself is thrown. */
export async function buildSite(settings: Settings): Promise<BuildResult> {
  const corpus = readCorpus(settings.contentDir, settings.contentName);
  const { problems, documents } = corpus;
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
    await buildSearchIndex(createSite(corpus.documents, corpus, settings.today), fresh);
    if (existsSync(outDir)) renameSync(outDir, last);
    renameSync(fresh, outDir);
  } catch (error) {
    if (existsSync(last) && !existsSync(outDir)) renameSync(last, outDir);
    throw error;
  } finally {
    rmSync(fresh, { recursive: true, force: true });
    rmSync(last, { recursive: true, force: true });
  }
  return { done: true, problems, documents: count };
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
