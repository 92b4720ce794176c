/**
 * What is made from the content while the pages are drawn: the search index and the pictures; the rules that need not be gone
 * through before; and when the pages stand, the zips. What only some builds need is loaded by those. In a process of its own,
 * because all of it keeps a processor busy; pages and it write into one folder, other files each.
 */

import { rendererHash } from '../src/cache/index.ts';
import { readContent } from '../src/corpus-serialization.ts';
import { type Diagnostic, hasErrors } from '../src/documents/diagnostic.ts';
import { createSite, type Site } from '../src/documents/site.ts';
import { openSearchIndex, type SearchIndex } from '../src/search/index.ts';
import { projectDir, readSettings, type Settings } from '../src/settings.ts';
import { makeShareImages, missingCharacterDiagnostics } from '../src/share/images/index.ts';
import { makePolicyZips } from '../src/share/policy-zip/index.ts';
import type { CheckResult } from './check-corpus.ts';
import { handleMessages, isWorkerProcess } from './worker-process.ts';

/** What the process is to do first: all that needs no finished page. */
interface MakeTask {
  step: 'make';
  withPictures: boolean;
  /** Whether every rule is gone through first, and nothing made where one finds an error. */
  withAllRules: boolean;
  /** The documents that those rules look at for themselves; all where it is left out. */
  files?: readonly string[] | undefined;
}

/** What it is to do when pages and pictures stand: the zips that are made of them. */
interface PolicyZipTask {
  step: 'policy-zips';
}

export type BackgroundTask = MakeTask | PolicyZipTask;

/** The content as the build has read it; or read here, while the build reads it too, when it has to be checked as well. */
async function corpusOf(
  settings: Settings,
  { withAllRules, files }: MakeTask,
): Promise<Pick<CheckResult, 'corpus' | 'diagnostics'>> {
  if (withAllRules) {
    const { checkCorpus } = await import('./check-corpus.ts');
    return checkCorpus(settings, { files });
  }
  return { corpus: readContent(settings.corpusFile ?? ''), diagnostics: [] };
}

/** The site of the first step, for the second. */
let site: Site | undefined;

let openedIndex: SearchIndex | undefined;

function openIndex(): SearchIndex {
  const { cacheDir } = readSettings();
  openedIndex ??= openSearchIndex({ cacheDir, version: rendererHash(projectDir) });
  return openedIndex;
}

async function runTask(order: BackgroundTask): Promise<Diagnostic[]> {
  const settings = readSettings();
  const { cacheDir, outDir } = settings;
  if (order.step === 'policy-zips') {
    if (site !== undefined) makePolicyZips(site, outDir, cacheDir);
    return [];
  }
  const { corpus, diagnostics: found } = await corpusOf(settings, order);
  if (hasErrors(found)) return found;
  const made = createSite(corpus.documents, corpus, settings.today);
  site = made;
  const indexed = () => openIndex().build(made, outDir);
  if (!order.withPictures) {
    await indexed();
    return found;
  }
  // Pictures are drawn by threads of their own: these set out while the index is made here.
  const [{ missing }] = await Promise.all([
    makeShareImages(made, outDir, { cacheDir, terminal: process.stderr }),
    indexed(),
  ]);
  if (missing.length === 0) return found;
  const { findCharacters } = await import('../src/corpus/index.ts');
  return [...found, ...missingCharacterDiagnostics(findCharacters(settings, missing))];
}

handleMessages(import.meta.url, async (order: BackgroundTask) => {
  const found = await runTask(order);
  // After the answer: nobody waits for the notes.
  if (order.step === 'make') setImmediate(() => openedIndex?.close());
  return found;
});
// While the content is still being read.
if (isWorkerProcess(import.meta.url)) setImmediate(openIndex);
