/** Reads a content folder and runs the rules over it: all for `check`, for a build those that nothing may get past. */
import { join } from 'node:path';
import { checkContent, type Rule, readPublicFiles, type Score, scoreDocuments } from '../src/check/index.ts';
import { type Corpus, type KnownFile, type PackedSource, readCorpus } from '../src/corpus/index.ts';
import { type Problem, sortProblems } from '../src/documents/problem.ts';
import { createSite } from '../src/documents/site.ts';
import { openRecords } from '../src/kept/records.ts';
import { pagesVersion } from '../src/kept/version.ts';
import { projectDir, type Settings } from '../src/settings.ts';

export interface Checked {
  corpus: Corpus;
  /** What reading found and what the rules found. */
  problems: Problem[];
  /** How plain each document is; worked out when it is asked for. */
  scores(): Score[];
}

export interface CheckOptions {
  /** The rules to go by; all where it is left out. */
  rules?: readonly Rule[];
  /** The documents that are looked at for themselves, as an editor would name them; all where it is left out. */
  files?: readonly string[] | undefined;
}

/** What was read of a file is kept for so many days after its last use. */
const KEPT_DAYS = 30;

/** The content with what is wrong in its fields and bodies, for whom the rules look elsewhere; read files are kept. */
export function readUnchecked(settings: Settings): Corpus {
  return readKept(settings, false);
}

function readKept({ contentDir, contentName, cacheDir }: Settings, keepSources: boolean): Corpus {
  const [version, now] = [pagesVersion(projectDir), new Date()];
  const files = openRecords<KnownFile>(join(cacheDir, 'read'), version, now);
  const sources = openRecords<PackedSource>(join(cacheDir, 'sources'), version, now);
  const corpus = readCorpus(contentDir, contentName, { keepSources, known: { files, sources } });
  files.close(KEPT_DAYS);
  sources.close(KEPT_DAYS);
  return corpus;
}

/** Everything that is wrong in the content and in the folder public. */
export async function checkCorpus(settings: Settings, { rules, files }: CheckOptions = {}): Promise<Checked> {
  const { contentName, publicDir, today } = settings;
  const corpus = readKept(settings, true);
  const content = {
    sources: files ? corpus.sources.filter(({ file }) => files.includes(file)) : corpus.sources,
    allSources: corpus.sources,
    site: createSite(corpus.documents, corpus, today),
    publicFiles: await readPublicFiles(publicDir),
    contentName,
  };
  const problems = sortProblems([...corpus.problems, ...checkContent(content, rules)]);
  // The sources have done their work; what goes on to the build is without them.
  return {
    corpus: { ...corpus, sources: [] },
    problems,
    scores: () => scoreDocuments(corpus.sources, problems),
  };
}
