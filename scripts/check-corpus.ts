/** Reads a content folder and runs the rules over it: all for `check`, for a build those that nothing may get past. */
import { join } from 'node:path';
import {
  checkContent,
  type PublicFile,
  type Rule,
  readPublicFiles,
  type Score,
  scoreDocuments,
} from '../src/check/index.ts';
import {
  type Corpus,
  type KnownFile,
  type KnownSiteFile,
  type PackedSource,
  readCorpus,
  readHistory,
  readSiteFiles,
} from '../src/corpus/index.ts';
import type { FieldChange, History } from '../src/documents/history.ts';
import { type Problem, sortProblems } from '../src/documents/problem.ts';
import { createSite } from '../src/documents/site.ts';
import { openRecords, type Records } from '../src/kept/records.ts';
import { pagesVersion } from '../src/kept/version.ts';
import type { FileFacts } from '../src/public-folder/index.ts';
import type { LedgerEntry } from '../src/schema/addresses.ts';
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
  return withRecords(settings, (records) => readKept(settings, false, records));
}

/** The addresses that the folder `contentDir` knows to have been published. */
export function readLedger(settings: Settings, contentDir: string): LedgerEntry[] {
  return withRecords(settings, (records) => readSiteFiles(contentDir, 'content', records).ledger);
}

/** What git tells of the content; differences that were worked out before are kept. */
export async function readKeptHistory(settings: Settings): Promise<History> {
  const changes = openRecords<FieldChange[]>(
    join(settings.cacheDir, 'changes'),
    pagesVersion(projectDir),
    new Date(),
  );
  const history = await readHistory(settings, changes);
  changes.close(KEPT_DAYS);
  return history;
}

/** What was read and found in files before. */
interface FileRecords {
  files: Records<KnownFile>;
  siteFiles: Records<KnownSiteFile>;
  sources: Records<PackedSource>;
  findings: Records<Problem[]>;
}

/** Gives the records to `work`, and keeps what is new in them when it is done. */
function withRecords<T>({ cacheDir }: Settings, work: (records: FileRecords) => T): T {
  const [version, now] = [pagesVersion(projectDir), new Date()];
  const records: FileRecords = {
    files: openRecords(join(cacheDir, 'read'), version, now),
    siteFiles: openRecords(join(cacheDir, 'site-files'), version, now),
    sources: openRecords(join(cacheDir, 'sources'), version, now),
    findings: openRecords(join(cacheDir, 'findings'), version, now),
  };
  const result = work(records);
  for (const each of Object.values(records)) each.close(KEPT_DAYS);
  return result;
}

function readKept({ contentDir, contentName }: Settings, keepSources: boolean, known: FileRecords): Corpus {
  return readCorpus(contentDir, contentName, { keepSources, known });
}

/** The files of the folder public; what was found out of one before is kept. */
async function readKnownFiles({ publicDir, cacheDir }: Settings): Promise<PublicFile[]> {
  const known = openRecords<FileFacts>(join(cacheDir, 'public-files'), pagesVersion(projectDir), new Date());
  const files = await readPublicFiles(publicDir, { known });
  known.close(KEPT_DAYS);
  return files;
}

/** Everything that is wrong in the content and in the folder public. */
export async function checkCorpus(settings: Settings, { rules, files }: CheckOptions = {}): Promise<Checked> {
  const { contentName, today } = settings;
  const publicFiles = await readKnownFiles(settings);
  const { corpus, problems } = withRecords(settings, (records) => {
    const read = readKept(settings, true, records);
    const content = {
      sources: files ? read.sources.filter(({ file }) => files.includes(file)) : read.sources,
      allSources: read.sources,
      site: createSite(read.documents, read, today),
      publicFiles,
      contentName,
    };
    const found = checkContent(content, rules, records.findings);
    return { corpus: read, problems: sortProblems([...read.problems, ...found]) };
  });
  // The sources have done their work; what goes on to the build is without them.
  return {
    corpus: { ...corpus, sources: [] },
    problems,
    scores: () => scoreDocuments(corpus.sources, problems),
  };
}
