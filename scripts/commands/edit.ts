/** `npm run edit`: the editing desk on this machine, in the browser. */
import { spawn } from 'node:child_process';
import { defineCommand } from 'citty';
import type { DeskServer } from '../../src/desk/server.ts';
import { contentArguments, readPort, refuseMissingContent, runningSettingsFrom } from '../arguments.ts';
import { openDesk } from '../desk/open-desk.ts';
import { closeOnInterrupt } from '../interrupt.ts';
import { logFailure } from '../report-failure.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  open: { type: 'boolean', description: '在浏览器里打开；不要就写 --no-open', default: true },
} as const;

export const edit = defineCommand({
  meta: { name: 'edit', description: '编辑台：在浏览器里填表、边写边看、发布' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const settings = runningSettingsFrom(args, options);
    refuseMissingContent(settings);
    const port = readPort(process.env.PORT ?? '4330');
    let desk: DeskServer | undefined;
    endOnSignal(() => desk);
    process.stdout.write('正在准备编辑台…\n');
    const onCompile = () => void process.stdout.write('第一次要准备网页的程序，大约半分钟…\n');
    desk = await openDesk(settings, { host: '127.0.0.1', port, onCompile }).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
      throw new UsageError(`${port} 这个端口已经有程序在用。请换一个，例如：PORT=4331 npx mingbai edit`);
    });
    process.stdout.write(
      `编辑台好了，在浏览器里打开：${desk.url}\n这个网址只给自己用，每次开都不一样。写的随时存盘。按 Ctrl+C 停下。\n`,
    );
    if (args.open && process.stdout.isTTY) openInBrowser(desk.url);
  },
});

/** Closes the desk on a signal and ends the process. */
export function endOnSignal(opened: () => DeskServer | undefined): void {
  closeOnInterrupt(async () => {
    await opened()?.close().catch(logFailure);
    process.stdout.write('\n编辑台停下了。写的都存好了。\n');
  });
}

/** Opens an address in the editor's browser, if the system knows how. */
function openInBrowser(url: string): void {
  const commands: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    darwin: ['open', [url]],
    win32: ['rundll32', ['url.dll,FileProtocolHandler', url]],
    linux: ['xdg-open', [url]],
  };
  const [command, args] = commands[process.platform] ?? ['xdg-open', [url]];
  // The address is on the terminal as well.
  spawn(command, args, { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
