/** `npm run import -- FILE`: turns a document into a draft, and prints what to check in it and what of the source is not in it. */
import { existsSync, statSync } from 'node:fs';
import { defineCommand } from 'citty';
import { readCorpus } from '../../src/corpus/index.ts';
import {
  ImportError,
  type Imported,
  ledgerSummary,
  ledgerText,
  slugFromTitle,
} from '../../src/import/index.ts';
import { documentKinds } from '../../src/schema/collection-name.ts';
import { collections } from '../../src/schema/collections.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { refuseTaken } from '../draft.ts';
import { fromEditor } from '../editor-folder.ts';
import { makeDraft } from '../import-draft.ts';
import { importFolder } from '../import-folder.ts';
import { type ImportInput, readImportInput } from '../import-input.ts';
import { inContent, openImportLedger } from '../import-ledger.ts';
import { importRecords, listKindNames, recordArguments } from '../import-records.ts';
import { findingsIn, printReport } from '../import-report.ts';
import { displayPath, writeOutputFile } from '../output-file.ts';
import { UsageError } from '../usage-error.ts';

const kinds = Object.entries(documentKinds)
  .map(([kind, name]) => `${kind}（${collections[name].label}）`)
  .join('、');

const positionals = {
  file: {
    type: 'positional',
    required: false,
    description:
      '要导入的文件：.docx、.doc、.wps、.pdf、.ofd、.xlsx、.html、.txt 等；写文件夹就全都导入，写 - 就粘贴进来',
  },
} as const;

const options = {
  as: {
    type: 'string',
    description: `做成哪一种：${kinds}，默认是 policy；表格还可以是 contact（电话）、place（地方），一行一个`,
    valueHint: 'KIND',
  },
  slug: {
    type: 'string',
    description: '文件名，也是网址：拼音、数字和短横线；不写就用原来文件名的拼音',
    valueHint: 'SLUG',
  },
  ledger: {
    type: 'string',
    description: '把整张清单写进这个文件：原文的每一处字到了哪里，没带过来的为什么',
    valueHint: 'FILE',
  },
  ...recordArguments,
} as const;

export const importCommand = defineCommand({
  meta: { name: 'import', description: '把文件做成草稿，表格做成一行一个' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, { ...positionals, ...options });
    const [given, ...rest] = args._;
    if (given === undefined) throw new UsageError('要说明导入哪个文件，例如：npx mingbai import 通知.docx');
    if (rest.length > 0)
      throw new UsageError(`一次导入一个文件，多了「${rest.join(' ')}」。文件名里有空格，要用引号括起来。`);
    if (args.as !== undefined && !Object.hasOwn({ ...documentKinds, ...listKindNames }, args.as)) {
      throw new UsageError(
        `没有「${args.as}」这一种。--as 可以是：${kinds}、contact（电话）、place（地方）。`,
      );
    }
    const ledgerFile = args.ledger === undefined ? undefined : newFile(args.ledger);
    const folder = folderOf(given);
    if (folder !== undefined) return importFolder(settings, folder, args, ledgerFile);
    const imports = openImportLedger(settings.contentDir);
    const input = await readImportInput(given);
    const list = await refuseImportError(() => importRecords(settings, input, args));
    if (list !== undefined) {
      if (!input.isPasted) imports.add(input.bytes, input.name, inContent(list.files, settings));
      return;
    }
    const as = args.as ?? 'policy';
    if (!Object.hasOwn(documentKinds, as)) throw new UsageError(`只有表格能做成 ${as}，一行一个。`);
    const collection = documentKinds[as as keyof typeof documentKinds];
    const records = readCorpus(settings.contentDir, settings.contentName).documents;
    const slugOf = (imported: Imported): string => {
      const slug =
        args.slug ?? (input.isPasted ? slugFromText(imported) : slugFromTitle(nameWithoutEnding(input)));
      refuseTaken(settings, collection, slug);
      return slug;
    };
    const order = { collection, records, slugOf };
    const { file, imported } = await refuseImportError(() => makeDraft(settings, input, order));
    if (!input.isPasted) imports.add(input.bytes, input.name, inContent([file], settings));
    if (ledgerFile !== undefined) writeOutputFile(ledgerFile, ledgerText(imported.ledger, input.name));
    await report(settings, file, imported, ledgerFile);
  },
});

const nameWithoutEnding = ({ name }: ImportInput) => name.replace(/\.[^.]*$/, '');

/** The name of a draft whose source has none, from its title or its first words. */
function slugFromText({ known, body }: Imported): string {
  return slugFromTitle(String(known.title?.value ?? body.trim().slice(0, 20)));
}

/** A file that is not there yet: a ledger replaces nothing. */
function newFile(given: string): string {
  const path = fromEditor(given);
  if (existsSync(path)) throw new UsageError(`已经有「${given}」了。请给清单换一个名字。`);
  return path;
}

/** The path of the folder that is to be imported; undefined for a file and for standard input. */
function folderOf(given: string): string | undefined {
  const path = fromEditor(given);
  return given !== '-' && statSync(path, { throwIfNoEntry: false })?.isDirectory() ? path : undefined;
}

async function refuseImportError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(error.message);
    throw error;
  }
}

/** Prints the result, and what in the draft only the editor can fix. */
async function report(
  settings: Settings,
  file: string,
  { notes, known, pictures, ledger }: Imported,
  ledgerFile: string | undefined,
): Promise<void> {
  const findings = await findingsIn(settings, [file], ['text', 'privacy', 'mdx']);
  const found = Object.keys(known);
  const lines = [
    `写好了草稿 ${file}。`,
    found.length > 0
      ? `从原文里找到的字段：${found.join('、')}。每个上面写着从哪里来、有多大把握，请对照原文核对。`
      : '字段都要您来填。',
    ...(pictures.length > 0 ? [`带过来 ${pictures.length} 张图片。`] : []),
    ...ledgerSummary(ledger),
    ...(ledgerFile === undefined ? [] : [`整张清单在 ${displayPath(ledgerFile)}。`]),
    ...notes,
    ...findings,
    `打开它照着说明填，填完检查：npx mingbai check ${file}`,
  ];
  printReport(lines);
}
