/** Imports a folder: each document becomes a draft, each list its records; a second run does only what is new. */
import { readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { openNameCheck, readCorpus } from '../src/corpus/index.ts';
import { formatOf, ImportError, ledgerSummary, slugFromTitle } from '../src/import/index.ts';
import { type DocumentCollection, documentKinds } from '../src/schema/collection-name.ts';
import type { Settings } from '../src/settings.ts';
import { type RenderProgress, showProgress } from '../src/share/images/progress.ts';
import { refuseMissingContent } from './arguments.ts';
import { makeDraft } from './import-draft.ts';
import { type ImportInput, readImportInput } from './import-input.ts';
import { type ImportLedger, inContent, openImportLedger } from './import-ledger.ts';
import { type ListArguments, makeRecords } from './import-records.ts';
import { findingsIn, printReport } from './import-report.ts';
import { writeOutputFile } from './output-file.ts';
import { UsageError } from './usage-error.ts';

/** What became of one file. */
interface FileResult {
  /** Its path below the folder. */
  name: string;
  files: string[];
  notes: string[];
  /** Why it was not imported. */
  failure?: string;
  /** Whether it is no document: its failure is none of the run. */
  isOther?: boolean;
  /** Whether its bytes were imported before. */
  isOld?: boolean;
}

/**
 * Imports all files below `folder` in the order of their names and prints a report; all of it goes to `reportFile`, if given. The exit
 * code is 1 if a document could not be read, so that a script that runs it notices.
 */
export async function importFolder(
  settings: Settings,
  folder: string,
  given: ListArguments,
  reportFile?: string,
): Promise<void> {
  refuseMissingContent(settings);
  const names = filesBelow(folder);
  if (names.length === 0) throw new UsageError('这个文件夹里没有文件可以导入。');
  const importOne = openImport(settings, folder, given);
  const results: FileResult[] = [];
  let progress: RenderProgress | undefined;
  for (const name of names) {
    progress ??= showProgress(process.stderr, { what: '文件', total: names.length });
    results.push(await importOne(name));
    progress.step();
  }
  progress?.end();
  if (reportFile !== undefined) writeOutputFile(reportFile, `${fullReport(results)}\n`);
  await report(settings, results);
  if (results.some(({ failure, isOther }) => failure !== undefined && !isOther)) process.exitCode = 1;
}

/** Files of office programs and systems that nobody wrote. */
const NOT_DOCUMENTS = /^(?:\.|~\$)|^(?:thumbs\.db|desktop\.ini)$|\.(?:tmp|lnk|css|js)$/i;
/** The folder of a saved web page, whose pictures come with the page. */
const PAGE_FOLDER = /(?:_files|\.files|_文件)$/i;

function filesBelow(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries
    .filter(({ name }) => !NOT_DOCUMENTS.test(name))
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory())
        return PAGE_FOLDER.test(entry.name) ? [] : filesBelow(path).map((name) => join(entry.name, name));
      return entry.isFile() ? [entry.name] : [];
    })
    .sort();
}

/** Reads the content once; returns what imports a file of the folder. */
function openImport(
  settings: Settings,
  folder: string,
  given: ListArguments,
): (name: string) => Promise<FileResult> {
  const { contentDir, contentName } = settings;
  const ledger = openImportLedger(contentDir);
  const records = readCorpus(contentDir, contentName).documents;
  const whyTaken = openNameCheck(contentDir, contentName);
  const made = new Set<string>();
  const collection = documentKinds[(given.as ?? 'policy') as keyof typeof documentKinds] ?? 'policies';
  const freeSlug = (name: string) => {
    const slug = slugFromTitle(
      name
        .split(sep)
        .at(-1)
        ?.replace(/\.[^.]*$/, '') ?? '',
    );
    for (let number = 1; ; number += 1) {
      const tried = number === 1 ? slug : `${slug}-${number}`;
      if (made.has(tried) || (number < MAX_TRIES && whyTaken(collection, tried) !== undefined)) continue;
      made.add(tried);
      return tried;
    }
  };
  return async (name) => {
    try {
      const input = await readImportInput(join(folder, name));
      return await importNew(settings, input, { name, given, ledger, collection, records, freeSlug });
    } catch (error) {
      if (!(error instanceof ImportError || error instanceof UsageError)) throw error;
      return { name, files: [], notes: [], failure: error.message };
    }
  };
}

/** Numbers that are tried behind a name; beyond it writing fails with a message. */
const MAX_TRIES = 1000;

const LONE_PICTURE = '是图片，没有单独导入。上面要是文件，就一个一个导入。';

interface FileOrder {
  name: string;
  given: ListArguments;
  ledger: ImportLedger;
  collection: DocumentCollection;
  records: Parameters<typeof makeDraft>[2]['records'];
  freeSlug(name: string): string;
}

async function importNew(settings: Settings, input: ImportInput, order: FileOrder): Promise<FileResult> {
  const { name, given, ledger, collection, records: known } = order;
  const old = ledger.find(input.bytes);
  if (old !== undefined) return { name, files: old.to, notes: [], isOld: true };
  if (formatOf(input.bytes, input.name) === 'picture')
    return { name, files: [], notes: [], failure: LONE_PICTURE, isOther: true };
  const notes = ledger.hasName(name) ? ['这个名字的文件以前导入过，内容变了，另做了一份。'] : [];
  const records = await makeRecords(settings, input, given, false);
  if (records !== undefined) {
    ledger.add(input.bytes, name, inContent(records.files, settings));
    return { name, files: records.files, notes: [...notes, ...records.notes] };
  }
  const { file, imported } = await makeDraft(settings, input, {
    collection,
    records: known,
    slugOf: () => order.freeSlug(name),
  });
  ledger.add(input.bytes, name, inContent([file], settings));
  return { name, files: [file], notes: [...notes, ...ledgerSummary(imported.ledger), ...imported.notes] };
}

/** Every note about every file. */
const fullReport = (results: readonly FileResult[]): string =>
  results
    .flatMap((result) =>
      result.failure === undefined ? resultLines(result, Number.POSITIVE_INFINITY) : [failureLine(result)],
    )
    .join('\n');

const failureLine = ({ name, failure }: FileResult) => `没有导入 ${name}：${failure}`;

/** The maximum notes about one file in the report. */
const MAX_NOTES_PER_FILE = 6;

async function report(settings: Settings, results: readonly FileResult[]): Promise<void> {
  const fresh = results.filter(({ isOld, failure }) => !isOld && failure === undefined);
  const failed = results.filter(({ failure }) => failure !== undefined);
  const old = results.length - fresh.length - failed.length;
  const findings = await findingsIn(
    settings,
    fresh.flatMap(({ files }) => files),
    ['privacy', 'mdx'],
  );
  const lines = [
    ...fresh.flatMap((result) => resultLines(result, MAX_NOTES_PER_FILE)),
    ...failed.map(failureLine),
    ...findings,
    `一共 ${results.length} 个文件：新导入 ${fresh.length} 个，以前导入过 ${old} 个，没有导入 ${failed.length} 个。`,
    ...(fresh.length > 0 ? ['做好的都是草稿，请对照原文核对，再检查：npx mingbai check'] : []),
  ];
  printReport(lines);
}

function resultLines({ name, files, notes }: FileResult, maxNotes: number): string[] {
  const shown = notes.slice(0, maxNotes);
  const rest = notes.length - shown.length;
  return [
    `${name} → ${files.length > 0 ? files.join('、') : '没有新的记录'}`,
    ...shown.map((note) => `  ${note}`),
    ...(rest > 0 ? [`  还有 ${rest} 条，加 --ledger 清单.txt，全写进文件。`] : []),
  ];
}
