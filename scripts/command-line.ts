/** The command line: a table of commands, one file each. Started by mingbai.ts. */

import { stripVTControlCharacters } from 'node:util';
import { type CommandDef, defineCommand, renderUsage, runCommand } from 'citty';
import { projectDir } from '../src/settings.ts';
import { editorDir } from './editor-folder.ts';
import { reportFailure } from './report-failure.ts';
import { UsageError } from './usage-error.ts';

// Tailwind and Astro read their settings in the present folder; the editor's is known by now.
if (editorDir !== projectDir) process.chdir(projectDir);

/** Loaded on demand: `check` need not wait for Astro. */
const commands = {
  start: () => import('./commands/start.ts').then((file) => file.start),
  test: () => import('./commands/test.ts').then((file) => file.test),
  edit: () => import('./commands/edit.ts').then((file) => file.edit),
  desk: () => import('./commands/desk.ts').then((file) => file.desk),
  dev: () => import('./commands/dev.ts').then((file) => file.dev),
  build: () => import('./commands/build.ts').then((file) => file.build),
  check: () => import('./commands/check.ts').then((file) => file.check),
  bases: () => import('./commands/bases.ts').then((file) => file.bases),
  new: () => import('./commands/new.ts').then((file) => file.newCommand),
  import: () => import('./commands/import.ts').then((file) => file.importCommand),
  deploy: () => import('./commands/deploy.ts').then((file) => file.deploy),
  bundle: () => import('./commands/bundle.ts').then((file) => file.bundle),
  province: () => import('./commands/province.ts').then((file) => file.province),
  wechat: () => import('./commands/wechat.ts').then((file) => file.wechat),
  'serve-git': () => import('./commands/serve-git.ts').then((file) => file.serveGit),
  hook: () => import('./commands/hook.ts').then((file) => file.hook),
  booklet: () => import('./commands/booklet.ts').then((file) => file.booklet),
  'wall-sheet': () => import('./commands/wall-sheet.ts').then((file) => file.wallSheet),
  record: () => import('./commands/record.ts').then((file) => file.record),
  word: () => import('./commands/word.ts').then((file) => file.word),
  links: () => import('./commands/links.ts').then((file) => file.links),
  report: () => import('./commands/report.ts').then((file) => file.report),
  bench: () => import('./commands/bench.ts').then((file) => file.bench),
  handbook: () => import('./commands/handbook.ts').then((file) => file.handbook),
};

const mingbai = defineCommand({
  meta: { name: 'mingbai', description: '明白纸：把政策写成大白话，做成网站' },
  subCommands: commands,
});

/** The usage of a command, or the list of commands; in colours only on a terminal. */
async function usageOf(name: string): Promise<string> {
  const command = Object.hasOwn(commands, name) ? await commands[name as keyof typeof commands]() : undefined;
  const usage = inChinese(
    await (command ? renderUsage(command as unknown as CommandDef, mingbai) : renderUsage(mingbai)),
  );
  return process.stdout.isTTY ? usage : stripVTControlCharacters(usage);
}

/** citty's English texts. */
const usageWords: [RegExp, string][] = [
  [/USAGE/, '怎么写'],
  [/ARGUMENTS/, '写什么'],
  [/OPTIONS(?!\])/, '还可以加'],
  [/\[OPTIONS\]/, '[--选项]'],
  [/COMMANDS/, '命令'],
  [/Use (\S+ <command> --help\S*) for more information about a command\./, '一个命令怎么用：$1'],
  [/ ?\(Default: false\)/g, ''],
  [/ ?\(Default: ([^)]*)\)/g, '（不写就是 $1）'],
  [/\(Required\)/g, '（必须写）'],
];

function inChinese(usage: string): string {
  return usageWords.reduce((text, [english, chinese]) => text.replace(english, chinese), usage);
}

// `npm run check | head` closes the pipe early: that is not a failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// A closed pipe does not stop the work: an editor's connection may break during a push.
process.stderr.on('error', () => undefined);
process.on('uncaughtException', (error) => process.exit(reportFailure(error)));

const [name = '', ...rawArgs] = process.argv.slice(2);
const wantsHelp = [name, ...rawArgs].some((given) => given === '--help' || given === '-h');
try {
  if (wantsHelp) process.stdout.write(`${await usageOf(name)}\n`);
  else if (Object.hasOwn(commands, name)) await runCommand(mingbai, { rawArgs: [name, ...rawArgs] });
  else throw new UsageError(`没有「${name}」这个命令。可以用的有：${Object.keys(commands).join('、')}。`);
} catch (error) {
  process.exitCode = reportFailure(error);
}
