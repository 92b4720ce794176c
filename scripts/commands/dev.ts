/** `npm run dev`: the preview while an editor writes. */
import { rmSync } from 'node:fs';
import { defineCommand } from 'citty';
import { type Diagnostic, formatDiagnostic } from '../../src/documents/diagnostic.ts';
import { asEnvironment } from '../../src/settings.ts';
import { contentArguments, readPort, refuseMissingContent, runningSettingsFrom } from '../arguments.ts';
import { openPreview, type Preview } from '../preview/preview.ts';
import { type PreviewServer, servePreview } from '../preview/server.ts';
import { watchFolders } from '../preview/watch.ts';
import { watchDay } from '../preview/watch-day.ts';
import { hasPublicChanged, watchedFolders } from '../public-folders.ts';
import { logFailure } from '../report-failure.ts';
import { makeTempDir } from '../temp-dir.ts';
import { UsageError } from '../usage-error.ts';

export const dev = defineCommand({
  meta: { name: 'dev', description: '边写边看' },
  args: contentArguments,
  async run({ args }) {
    const settings = runningSettingsFrom(args);
    refuseMissingContent(settings);
    const port = readPort(process.env.PORT ?? '4321');
    process.env.NODE_ENV = 'production';
    Object.assign(process.env, asEnvironment(settings));
    process.stdout.write('正在准备预览…\n');
    let preview: Preview | undefined;
    // Whoever stops early starts as fast the next time.
    const workDir = openWorkFolder(() => preview?.saveCache());
    preview = openPreview(settings, {
      workDir,
      onCompile: () => process.stdout.write('第一次要准备网页的程序，大约半分钟…\n'),
    });
    const begun = preview.refresh(true);
    const server = await servePreview(preview, { port, onFailure: tellDrawing }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new UsageError(`${port} 这个端口已经有程序在用。请换一个，例如：PORT=4322 npx mingbai dev`);
    });
    await begun;
    tellErrors([], preview.errors());
    process.stdout.write(
      `预览好了，在浏览器里打开：${server.url()}\n存一次盘，网页就变一次，草稿也看得到。按 Ctrl+C 停下。\n`,
    );
    const opened = preview;
    watchFolders(watchedFolders(settings), (changed) =>
      showChange(opened, server, hasPublicChanged(changed, settings)),
    );
    watchDay(settings, () => void showChange(opened, server, false));
    await finishReading(opened, server);
  },
});

/** Makes a temporary folder that is removed when the preview ends. */
function openWorkFolder(beforeEnd: () => void): string {
  let folder: string | undefined;
  // Registered before the folder is made: the general message about interrupted work does not fit here.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.on(signal, () => {
      beforeEnd();
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
      process.stdout.write('\n预览停下了。\n');
      process.exit(0);
    });
  }
  folder = makeTempDir('preview');
  return folder;
}

async function showChange(preview: Preview, server: PreviewServer, hasPublicChanged: boolean): Promise<void> {
  const before = preview.errors();
  try {
    await preview.refresh(hasPublicChanged);
  } catch (error) {
    tellDrawing(error);
  }
  tellErrors(before, preview.errors());
  server.notifyPages();
}

/** Reads the rest of a large site, and shows the errors found in it. */
async function finishReading(preview: Preview, server: PreviewServer): Promise<void> {
  const before = preview.errors();
  try {
    await preview.finish();
  } catch (error) {
    tellDrawing(error);
  }
  if (preview.errors().length === before.length) return;
  tellErrors(before, preview.errors());
  server.notifyPages();
}

/** Prints the errors if they changed, or that they were fixed. */
function tellErrors(before: readonly Diagnostic[], now: readonly Diagnostic[]): void {
  const [said, lines] = [before.map(formatDiagnostic), now.map(formatDiagnostic)];
  if (said.join('\n') === lines.join('\n')) return;
  for (const line of lines) process.stdout.write(`${line}\n`);
  process.stdout.write(now.length > 0 ? '请照上面说的改好，网页才会变。\n' : '改好了，网页已经换新。\n');
}

function tellDrawing(error: unknown): void {
  process.stderr.write(`有一页排不出来。${logFailure(error)}\n`);
}
