/** `npm run bundle`: the whole site as a zip for a memory card, as a Kiwix book, or as one HTML file. */

import { existsSync, statSync } from 'node:fs';
import { defineCommand } from 'citty';
import { isInside } from '../../src/corpus/is-inside.ts';
import { printable } from '../../src/documents/printable.ts';
import { canWriteZim } from '../../src/offline/zim/index.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { type ExportTargets, exportSite } from '../export-site.ts';
import { displayPath, FileWriteError } from '../output-file.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const DEFAULT_ZIP = 'mingbai.zip';

const options = {
  out: { type: 'string', description: `压缩包写到哪里，不写就是 ${DEFAULT_ZIP}`, valueHint: 'FILE.zip' },
  zim: { type: 'string', description: '再写一份给 Kiwix 看的', valueHint: 'FILE.zim' },
  'one-file': {
    type: 'string',
    description: '整个网站写成一个网页文件，能在群里发；不另外写压缩包',
    valueHint: 'FILE.html',
  },
  posters: { type: 'boolean', description: '海报和照片也装进这个文件' },
} as const;

/** The name of a file to write for each option, and its ending. */
const endings = { out: '.zip', zim: '.zim', 'one-file': '.html' } as const;

export const bundle = defineCommand({
  meta: { name: 'bundle', description: '把整个网站做成一个压缩包或一个文件，不用上网就能看' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom({ ...args, out: undefined }, options);
    const oneFile = args['one-file'];
    if (args.posters && oneFile === undefined) {
      throw new UsageError('--posters 要和 --one-file 一起用：压缩包里本来就有海报和照片。');
    }
    const out = args.out ?? (oneFile === undefined ? DEFAULT_ZIP : undefined);
    const given = Object.entries({ out, zim: args.zim, 'one-file': oneFile }).flatMap(([option, file]) => {
      return file === undefined ? [] : [[option as keyof typeof endings, fromEditor(file)] as const];
    });
    for (const [option, file] of given) checkTarget(option, file, settings);
    if (args.zim !== undefined) checkProgram();
    const files = new Map(given);
    const targets: ExportTargets = {
      zipFile: files.get('out'),
      zimFile: files.get('zim'),
      oneFile: files.get('one-file'),
      hasPictures: args.posters === true,
    };
    try {
      await makeBundle(settings, targets);
    } catch (error) {
      if (!(error instanceof FileWriteError)) throw error;
      process.stderr.write(`${printable(error.message)}\n`);
      process.exitCode = 1;
    }
  },
});

async function makeBundle(settings: Settings, targets: ExportTargets): Promise<void> {
  const began = performance.now();
  const progress = showPages(process.stderr);
  const { diagnostics, documents, written } = await exportSite(settings, targets, progress.step);
  progress.end();
  reportDiagnostics(diagnostics, process.stderr);
  if (!written) {
    const what = targets.zipFile ? '压缩包' : '文件';
    process.stderr.write(`有错误，没有做${what}，原来的还在。请照上面说的改好再来一次。\n`);
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const { zip, oneFile } = written;
  const { zipFile = '', zimFile, oneFile: htmlFile = '' } = targets;
  const lines = [
    ...(zip
      ? [
          `写好了：${documents} 篇，${zip.files} 个文件，${megabytes(zip.bytes)}，用了 ${seconds} 秒，在 ${displayPath(zipFile)}。`,
          '解压到存储卡或电脑上，打开 index.html 就能看，不用上网。',
        ]
      : []),
    ...(zimFile ? [`给 Kiwix 看的在 ${displayPath(zimFile)}。`] : []),
    ...(oneFile ? oneFileLines(htmlFile, oneFile.bytes, documents, seconds) : []),
  ];
  process.stdout.write(`${lines.map(printable).join('\n')}\n`);
}

const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;

/** Bytes of a file above which chat apps may refuse it: docs/offline.md. */
const MAX_CHAT_BYTES = 100_000_000;

function oneFileLines(file: string, bytes: number, documents: number, seconds: string): string[] {
  const each = (bytes / 1000 / Math.max(1, documents)).toFixed(1);
  return [
    `写好了：${documents} 篇，一个文件，${megabytes(bytes)}，平均每篇 ${each} KB，用了 ${seconds} 秒，在 ${displayPath(file)}。`,
    '发到群里或拷到手机上，用浏览器打开就能看，不用上网。',
    ...(bytes > MAX_CHAT_BYTES
      ? [
          `提醒：超过了 ${megabytes(MAX_CHAT_BYTES)}，有的聊天软件发不出去，手机打开也慢。去掉 --posters 会小很多。`,
        ]
      : []),
  ];
}

/** Throws UsageError if a file at this path would damage other files. */
function checkTarget(option: keyof typeof endings, file: string, { contentDir, publicDir }: Settings): void {
  const ending = endings[option];
  const given = `--${option} ${displayPath(file)}`;
  const isNamed = /[^/\\]\.\w+$/.test(file) && file.toLowerCase().endsWith(ending);
  if (!isNamed) {
    throw new UsageError(`${given} 要以 ${ending} 结尾，例如 --${option} mingbai${ending}。`);
  }
  if (existsSync(file) && statSync(file).isDirectory()) {
    throw new UsageError(`${given} 是一个文件夹，这里要写成一个文件。请换一个名字。`);
  }
  if ([contentDir, publicDir].some((folder) => isInside(file, folder))) {
    throw new UsageError(
      `${given} 在网站自己的文件夹里面，下一次会把它又装进去。请换到外面，例如 --${option} mingbai${ending}。`,
    );
  }
}

function checkProgram(): void {
  if (canWriteZim()) return;
  throw new UsageError(
    '写 .zim 要用 zimwriterfs，这台机器上没有。请先装好，例如 sudo apt-get install zim-tools，再来一次。不加 --zim 只做压缩包，不用它。',
  );
}

/** Counts the pages on a terminal; silent in a pipe. */
function showPages(terminal: NodeJS.WriteStream): { step(): void; end(): void } {
  let done = 0;
  return {
    step() {
      done += 1;
      if (terminal.isTTY && done % 50 === 0) terminal.write(`\r\u001B[K正在装进去：${done} 页`);
    },
    end() {
      if (terminal.isTTY) terminal.write('\r\u001B[K');
    },
  };
}
