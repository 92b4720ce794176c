/** Arguments that several commands share, and their errors. */
import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, join, relative } from 'node:path';
import { isInside } from '../src/corpus/is-inside.ts';
import { isDate } from '../src/schema/formats.ts';
import { projectDir, readSettings, type Settings, withCurrentDay } from '../src/settings.ts';
import { findContent } from './content-location.ts';
import { editorDir, fromEditor } from './editor-folder.ts';
import { UsageError } from './usage-error.ts';

/** For citty: the content folders and the day. */
export const contentArguments = {
  content: { type: 'string', description: '内容放在哪个文件夹，默认是 content', valueHint: 'DIR' },
  public: {
    type: 'string',
    description: '照片、录音放在哪个文件夹，默认是内容旁边的 public',
    valueHint: 'DIR',
  },
  today: { type: 'string', description: '按哪一天算，默认今天', valueHint: 'YYYY-MM-DD' },
} as const;

/** For citty: the output folder. */
export const outArgument = {
  out: { type: 'string', description: '网站写到哪个文件夹，默认是 dist', valueHint: 'DIR' },
} as const;

interface Given {
  content?: string | undefined;
  public?: string | undefined;
  today?: string | undefined;
  out?: string | undefined;
  _: string[];
}

/** The settings of the arguments; throws UsageError for an impossible day or folder. */
export function settingsFrom(
  given: Given,
  options: Record<string, unknown> = {},
  isContentOptional = false,
): Settings {
  refuseUnknown(given, options);
  const location = findContent({ ...given, isOptional: isContentOptional });
  const settings = readSettings({
    MINGBAI_CONTENT: location.contentName,
    MINGBAI_CONTENT_DIR: location.contentDir,
    MINGBAI_PUBLIC: location.publicDir,
    MINGBAI_OUT: given.out === undefined ? join(location.outTop, 'dist') : fromEditor(given.out),
    MINGBAI_CACHE: process.env.MINGBAI_CACHE,
    MINGBAI_BASES: process.env.MINGBAI_BASES,
    ...(given.today !== undefined && { MINGBAI_TODAY: given.today }),
  });
  if (!isDate(settings.today)) {
    throw new UsageError(`--today 要写成日期，例如 --today 2026-11-23，现在写的是「${given.today}」。`);
  }
  return settings;
}

/** As `settingsFrom`, for a program that runs over midnight: without `--today` the day is that of the clock at each access. */
export function runningSettingsFrom(given: Given, options: Record<string, unknown> = {}): Settings {
  const settings = settingsFrom(given, options);
  return given.today === undefined ? withCurrentDay(settings) : settings;
}

/** Throws UsageError for an unknown option: probably a typing error. */
function refuseUnknown(given: Given, options: Record<string, unknown>): void {
  const known = new Set(['_', 'content', 'public', 'today', 'out', ...Object.keys(options)]);
  // citty passes `dry-run` as `dryRun` as well.
  const asGiven = new Set([...known, ...Array.from(known, inOneWord)]);
  const unknown = Object.keys(given).filter((name) => !asGiven.has(name));
  if (unknown.length > 0) {
    throw new UsageError(
      `不认识 --${unknown[0]}。可以用的有：${[...known]
        .filter((name) => name !== '_')
        .map((name) => `--${name}`)
        .join('、')}。`,
    );
  }
}

function inOneWord(name: string): string {
  return name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** Files of every built site: a folder that has them may be replaced. */
const SIGNS_OF_A_SITE = ['index.html', '404.html', 'sitemap-index.xml'];

/** Throws UsageError if writing the site to `outDir` would destroy other files. */
export function checkOutDir({ outDir, contentDir }: Settings): void {
  const name = relative(editorDir, outDir) || '.';
  if (existsSync(outDir) && !statSync(outDir).isDirectory()) {
    throw new UsageError(`--out ${name} 是一个文件，网站要写进文件夹。请换一个名字。`);
  }
  if (isInside(outDir, contentDir)) {
    throw new UsageError(
      `--out ${name} 在内容文件夹 ${basename(contentDir)} 里面，网站会和内容混在一起。请换到外面，例如 --out dist。`,
    );
  }
  if (isInside(contentDir, outDir) || isInside(projectDir, outDir)) {
    throw new UsageError(
      `--out ${name} 里面有内容或程序，写网站会把它们清掉。请换一个单独的文件夹，例如 --out dist。`,
    );
  }
  const before = existsSync(outDir) ? readdirSync(outDir) : [];
  if (before.length > 0 && !SIGNS_OF_A_SITE.every((sign) => before.includes(sign))) {
    throw new UsageError(`--out ${name} 里有别的东西，不像一个网站，写进去会把它们清掉。请换一个空文件夹。`);
  }
}

/** The port of the environment; throws UsageError for an invalid one. */
export function readPort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new UsageError(`PORT 要写成 0 到 65535 之间的整数，现在写的是「${text}」。`);
  }
  return port;
}

/** Throws UsageError for a missing content folder. */
export function refuseMissingContent({
  contentDir,
  contentName,
}: Pick<Settings, 'contentDir' | 'contentName'>): void {
  if (existsSync(contentDir) && statSync(contentDir).isDirectory()) return;
  throw new UsageError(`没有「${contentName}」这个内容文件夹。请检查名字，或者用 --content 指明。`);
}
