/** Reads a content folder and runs the rules over it: all for `check`, for a build those that nothing may get past. */
import { checkContent, type Rule, readPublicFiles, type Score, scoreDocuments } from '../src/check/index.ts';
import { type Corpus, readCorpus } from '../src/corpus/index.ts';
import { type Problem, sortProblems } from '../src/documents/problem.ts';
import { createSite } from '../src/documents/site.ts';
import type { Settings } from '../src/settings.ts';

export interface Checked {
  corpus: Corpus;
  /** What reading found and what the rules found. */
  problems: Problem[];
  /** How plain each document is. */
  scores: Score[];
}

export interface CheckOptions {
  /** The rules to go by; all where it is left out. */
  rules?: readonly Rule[];
  /** The documents that are looked at for themselves, as an editor would name them; all where it is left out. */
  files?: readonly string[] | undefined;
}

/** Everything that is wrong in the content and in the folder public. */
export async function checkCorpus(settings: Settings, { rules, files }: CheckOptions = {}): Promise<Checked> {
  const { contentDir, contentName, publicDir, today } = settings;
  const corpus = readCorpus(contentDir, contentName, { keepSources: true });
  const content = {
    sources: files ? corpus.sources.filter(({ file }) => files.includes(file)) : corpus.sources,
    allSources: corpus.sources,
    site: createSite(corpus.documents, corpus, today),
    publicFiles: await readPublicFiles(publicDir),
    contentName,
  };
  const problems = sortProblems([...corpus.problems, ...checkContent(content, rules)]);
  // The sources have done their work; what goes on to the build is without them.
  return { corpus: { ...corpus, sources: [] }, problems, scores: scoreDocuments(corpus.sources, problems) };
}
