/** `npm run bundle`: the whole site as a zip that works from a memory card, by opening index.html. */

import { existsSync, statSync } from 'node:fs';
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import { canWriteZim } from '../../src/offline/zim/index.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { isInside } from '../content-location.ts';
import { fromEditor } from '../editor-folder.ts';
import { type ExportTargets, exportSite } from '../export-site.ts';
import { displayPath, FileWriteError } from '../output-file.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  out: { type: 'string', description: '压缩包写到哪里', valueHint: 'FILE.zip', default: 'mingbai.zip' },
  zim: { type: 'string', description: '再写一份给 Kiwix 看的', valueHint: 'FILE.zim' },
} as const;

export const bundle = defineCommand({
  meta: { name: 'bundle', description: '把整个网站做成一个压缩包，拷到存储卡上不用上网就能看' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom({ ...args, out: undefined }, options);
    const targets = {
      zipFile: fromEditor(args.out),
      zimFile: args.zim === undefined ? undefined : fromEditor(args.zim),
    };
    checkTarget('out', targets.zipFile, settings);
    if (targets.zimFile !== undefined) {
      checkTarget('zim', targets.zimFile, settings);
      checkProgram();
    }
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
    process.stderr.write('有错误，没有做压缩包，原来的还在。请照上面说的改好再来一次。\n');
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (written.bytes / 1e6).toFixed(1);
  const lines = [
    `写好了：${documents} 篇，${written.files} 个文件，${megabytes} MB，用了 ${seconds} 秒，在 ${displayPath(targets.zipFile)}。`,
    '解压到存储卡或电脑上，打开 index.html 就能看，不用上网。',
    ...(targets.zimFile ? [`给 Kiwix 看的在 ${displayPath(targets.zimFile)}。`] : []),
  ];
  process.stdout.write(`${lines.map(printable).join('\n')}\n`);
}

/** Throws UsageError if a file at this path would damage other files. */
function checkTarget(option: 'out' | 'zim', file: string, { contentDir, publicDir }: Settings): void {
  const ending = option === 'out' ? '.zip' : '.zim';
  const given = `--${option} ${displayPath(file)}`;
  if (!/[^/\\]\.\w+$/.test(file) || !file.toLowerCase().endsWith(ending)) {
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
      if (terminal.isTTY && done % 50 === 0) terminal.write(`\r\u001B[K正在装进压缩包：${done} 页`);
    },
    end() {
      if (terminal.isTTY) terminal.write('\r\u001B[K');
    },
  };
}
