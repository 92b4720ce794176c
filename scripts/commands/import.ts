/** `npm run import -- FILE`: turns a Word file, a web page or a text into a draft, and prints what to check in it. */
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { defineCommand } from 'citty';
import { readCorpus } from '../../src/corpus/index.ts';
import { formatDiagnostic } from '../../src/documents/diagnostic.ts';
import { printable } from '../../src/documents/printable.ts';
import {
  ImportError,
  type Imported,
  importFile,
  MAX_FILE_BYTES,
  runProgram,
  slugFromTitle,
} from '../../src/import/index.ts';
import { documentKinds } from '../../src/schema/collection-name.ts';
import { collections } from '../../src/schema/collections.ts';
import { startingFile } from '../../src/schema/starting-file.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { checkCorpus } from '../check-corpus.ts';
import { publicForNew } from '../content-location.ts';
import { refuseTaken, writeDraft } from '../draft.ts';
import { fromEditor } from '../editor-folder.ts';
import { importRecords, listKindNames, recordArguments } from '../import-records.ts';
import { UsageError } from '../usage-error.ts';

const kinds = Object.entries(documentKinds)
  .map(([kind, name]) => `${kind}（${collections[name].label}）`)
  .join('、');

const positionals = {
  file: { type: 'positional', required: false, description: '要导入的文件：文档、网页、表格或文本' },
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
  ...recordArguments,
} as const;

export const importCommand = defineCommand({
  meta: { name: 'import', description: '把 Word、网页或文本做成草稿' },
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
    const path = fromEditor(given);
    const bytes = readInput(path, given);
    if (await refuseImportError(() => importRecords(settings, { bytes, path }, args))) return;
    const as = args.as ?? 'policy';
    if (!Object.hasOwn(documentKinds, as)) throw new UsageError(`只有表格能做成 ${as}，一行一个。`);
    const collection = documentKinds[as as keyof typeof documentKinds];
    const slug = args.slug ?? slugFromTitle(basename(path).replace(/\.[^.]*$/, ''));
    refuseTaken(settings, collection, slug);

    const pictures = freePictureFolder(settings, slug);
    const imported = await refuseImportError(() =>
      importFile(bytes, basename(path), {
        collection,
        contacts: readCorpus(settings.contentDir, settings.contentName).documents.contacts,
        picturesAt: `/images/${basename(pictures)}/`,
        readBeside: (name) => readBeside(path, name),
        runProgram,
      }),
    );
    const file = writeDraft(
      settings,
      collection,
      slug,
      startingFile(collection, imported.known, imported.body, `${basename(path)}，${settings.today} 导入`),
    );
    writePictures(pictures, imported);
    await report(settings, file, imported);
  },
});

async function refuseImportError<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof ImportError) throw new UsageError(error.message);
    throw error;
  }
}

function readInput(path: string, name: string): Uint8Array {
  if (!existsSync(path)) throw new UsageError(`没有「${name}」这个文件。请检查名字和位置。`);
  const { size, isDirectory } = { ...statSync(path), isDirectory: statSync(path).isDirectory() };
  if (isDirectory) throw new UsageError(`「${name}」是一个文件夹。一次导入一个文件。`);
  // A file that is too large is not read; importFile reports it by its size.
  return size > MAX_FILE_BYTES ? new Uint8Array(size) : readFileSync(path);
}

/** A picture next to a web page; never a file from elsewhere on the machine. */
function readBeside(page: string, name: string): Uint8Array | undefined {
  if (/^[a-z]+:/i.test(name) || name.startsWith('/')) return undefined;
  const folder = resolve(dirname(page));
  const path = resolve(folder, unescaped(name.split(/[?#]/)[0] ?? ''));
  const isBelow = !relative(folder, path).startsWith('..') && path.startsWith(folder + sep);
  return isBelow && existsSync(path) && statSync(path).isFile() ? readFileSync(path) : undefined;
}

/** Decodes `%20`; a name with a bare % is used as it is. */
function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

/** A free folder for pictures in the folder public of the site. */
function freePictureFolder(settings: Settings, slug: string): string {
  const images = join(publicForNew(settings), 'images');
  for (let number = 1; ; number += 1) {
    const folder = join(images, number === 1 ? slug : `${slug}-${number}`);
    if (!existsSync(folder)) return folder;
  }
}

function writePictures(folder: string, { pictures }: Imported): void {
  if (pictures.length > 0) mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of pictures) writeFileSync(join(folder, name), bytes, { flag: 'wx' });
}

/** Prints the result, and what in the draft only the editor can fix. */
async function report(settings: Settings, file: string, { notes, known, pictures }: Imported): Promise<void> {
  const { diagnostics } = await checkCorpus(settings);
  const left = diagnostics.filter(
    (diagnostic) => diagnostic.file === file && /^(?:text|privacy|mdx)\//.test(diagnostic.rule),
  );
  const found = Object.keys(known);
  const lines = [
    `写好了草稿 ${file}。`,
    found.length > 0
      ? `从原文里找到的字段：${found.join('、')}。每个上面写着从哪里来，请对照原文核对。`
      : '字段都要您来填。',
    ...(pictures.length > 0 ? [`带过来 ${pictures.length} 张图片。`] : []),
    ...notes,
    ...left.map(formatDiagnostic),
    `打开它照着说明填，填完检查：npx mingbai check ${file}`,
  ];
  process.stdout.write(`${lines.map(printable).join('\n')}\n`);
}
