/** `npm start`: builds the site and serves it on this machine. */
import { defineCommand } from 'citty';
import { readSite } from '../../src/corpus/site-files.ts';
import { checkOutDir, contentArguments, outArgument, readPort, settingsFrom } from '../arguments.ts';
import { buildSite } from '../build-site.ts';
import { reportDiagnostics } from '../report.ts';
import { serveFolder } from '../serve/server.ts';
import { UsageError } from '../usage-error.ts';

export const start = defineCommand({
  meta: { name: 'start', description: '生成网站，在本机打开看' },
  args: { ...contentArguments, ...outArgument },
  async run({ args }) {
    const settings = settingsFrom(args);
    checkOutDir(settings);
    const port = readPort(process.env.PORT ?? '4321');
    process.stdout.write('正在生成网站…\n');
    const { done, diagnostics } = await buildSite(settings);
    reportDiagnostics(diagnostics, process.stderr);
    if (!done) {
      process.stderr.write('内容有错误，网站没有生成。请照上面说的改好再来一次。\n');
      process.exitCode = 1;
      return;
    }
    const site = readSite(settings.contentDir, settings.contentName);
    try {
      const { url } = await serveFolder({ dir: settings.outDir, base: new URL(site.url).pathname, port });
      process.stdout.write(`网站好了，在浏览器里打开：${url}\n按 Ctrl+C 停下。\n`);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new UsageError(`${port} 这个端口已经有程序在用。请换一个，例如：PORT=4322 npx mingbai start`);
    }
  },
});
