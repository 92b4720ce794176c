/** `npm run bundle`: the whole site as one zip that works from a memory card, by opening index.html. */
import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { projectDir, type Settings } from '../../src/settings.ts';
import { contentArguments, isInside, settingsFrom } from '../arguments.ts';
import { bundleSite } from '../bundle-site.ts';
import { reportProblems } from '../report.ts';
import { UsageError } from '../usage-error.ts';
import { FileRefused, nameOf } from '../whole-file.ts';

const options = {
  out: { type: 'string', description: '压缩包写到哪里', valueHint: 'FILE.zip', default: 'mingbai.zip' },
} as const;

export const bundle = defineCommand({
  meta: { name: 'bundle', description: '把整个网站做成一个压缩包，拷到存储卡上不用上网就能看' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom({ ...args, out: undefined }, options);
    const zipFile = resolve(projectDir, args.out);
    checkTarget(zipFile, settings);
    try {
      await makeBundle(settings, zipFile);
    } catch (error) {
      if (!(error instanceof FileRefused)) throw error;
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    }
  },
});

async function makeBundle(settings: Settings, zipFile: string): Promise<void> {
  const began = performance.now();
  const progress = showPages(process.stderr);
  const { problems, documents, written } = await bundleSite(settings, zipFile, progress.step);
  progress.end();
  reportProblems(problems, process.stderr);
  if (!written) {
    process.stderr.write('有错误，没有做压缩包，原来的还在。请照上面说的改好再来一次。\n');
    process.exitCode = 1;
    return;
  }
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const megabytes = (written.bytes / 1e6).toFixed(1);
  process.stdout.write(
    `写好了：${documents} 篇，${written.files} 个文件，${megabytes} MB，用了 ${seconds} 秒，在 ${nameOf(zipFile)}。\n` +
      '解压到存储卡或电脑上，打开 index.html 就能看，不用上网。\n',
  );
}

/** Throws UsageError where a zip at this place would harm something else. */
function checkTarget(zipFile: string, { contentDir, publicDir }: Settings): void {
  const name = nameOf(zipFile);
  if (!/[^/\\]\.zip$/i.test(zipFile)) {
    throw new UsageError(`--out ${name} 要以 .zip 结尾，例如 --out mingbai.zip。`);
  }
  if (existsSync(zipFile) && statSync(zipFile).isDirectory()) {
    throw new UsageError(`--out ${name} 是一个文件夹，压缩包要写成文件。请换一个名字。`);
  }
  if ([contentDir, publicDir].some((folder) => isInside(zipFile, folder))) {
    throw new UsageError(
      `--out ${name} 在网站自己的文件夹里面，下一次会把压缩包又装进压缩包。请换到外面，例如 --out mingbai.zip。`,
    );
  }
}

/** A line on a terminal that counts the pages; silent in a pipe. */
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
