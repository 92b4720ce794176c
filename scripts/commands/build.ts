/** `npm run build`: builds the whole site. */

import { relative } from 'node:path';
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import { checkOutDir, contentArguments, outArgument, settingsFrom } from '../arguments.ts';
import { editorDir } from '../editor-folder.ts';
import { explainRefusal, FileWriteError } from '../output-file.ts';
import { buildOrRepeat } from '../repeat-build.ts';
import { reportDiagnostics } from '../report.ts';
import { noteForOthers } from '../share-cache.ts';

export const build = defineCommand({
  meta: { name: 'build', description: '生成整个网站' },
  args: { ...contentArguments, ...outArgument },
  async run({ args }) {
    const settings = settingsFrom(args);
    checkOutDir(settings);
    const began = performance.now();
    const built = await buildOrRepeat(settings).catch(refusedOf);
    if (built instanceof FileWriteError) {
      process.stderr.write(`${printable(built.message)}\n`);
      process.exitCode = 1;
      return;
    }
    const { done, diagnostics, documents } = built;
    reportDiagnostics(diagnostics, process.stderr);
    if (!done) {
      process.stderr.write('有错误，没有生成网站，原来的网站还在。请照上面说的改好再来一次。\n');
      process.exitCode = 1;
      return;
    }
    const seconds = ((performance.now() - began) / 1000).toFixed(1);
    process.stdout.write(
      `写好了：${documents} 篇，用了 ${seconds} 秒，在 ${printable(relative(editorDir, settings.outDir) || '.')}/ 里。\n`,
    );
    await (await noteForOthers(settings))?.save();
  },
});

/** The explanation if the disk refused the site; rethrows any other error. */
function refusedOf(error: unknown): FileWriteError {
  const reason = explainRefusal(error);
  if (reason === undefined) throw error;
  return new FileWriteError(`没有生成网站：${reason}。原来的网站还在。`, { cause: error });
}
