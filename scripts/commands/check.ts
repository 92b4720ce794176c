/** `npm run check`: all findings in the content, one line each. */

import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import type { Score } from '../../src/check/index.ts';
import { isInside } from '../../src/corpus/is-inside.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printable, printableJson } from '../../src/documents/printable.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { checkCorpus } from '../check-corpus.ts';
import { fromEditor } from '../editor-folder.ts';
import { type FixedFile, fixContent } from '../fix-content.ts';
import { reportDiagnostics } from '../report.ts';
import { UsageError } from '../usage-error.ts';

const positionals = {
  paths: {
    type: 'positional',
    required: false,
    description: '只看哪几个文件或文件夹，可以写几个；不写就全看',
  },
} as const;

const options = {
  json: { type: 'boolean', description: '给程序读的格式', default: false },
  fix: { type: 'boolean', description: '拿得准的直接改好：半角标点、全角字母', default: false },
  score: { type: 'boolean', description: '每篇好不好懂，打个分', default: false },
} as const;

export const check = defineCommand({
  meta: { name: 'check', description: '检查内容，有错说在哪里、怎么改' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, { ...positionals, ...options });
    if (args.fix) printFixed(fixContent(settings, isAmong(args._, settings)), args.json);
    const { diagnostics, scores } = await checkCorpus(settings);
    const wanted = diagnostics.filter(isAmong(args._, settings));
    if (args.score) return printScores(scores().filter(isAmong(args._, settings)), args.json);
    if (args.json) process.stdout.write(`${printableJson(wanted)}\n`);
    else if (wanted.length > 0) reportDiagnostics(wanted, process.stdout);
    else process.stdout.write('检查过了，没有发现问题。\n');
    process.exitCode = hasErrors(wanted) ? 1 : 0;
  },
});

/** The files that were changed, and how many places in each. */
function printFixed(fixed: readonly FixedFile[], json: boolean): void {
  if (json) return;
  for (const { file, places } of fixed) process.stdout.write(`${printable(file)} 改好了 ${places} 处\n`);
}

/** One line per document, the hardest to read first, with the most useful advice. */
function printScores(scores: readonly Score[], json: boolean): void {
  if (json) process.stdout.write(`${printableJson(scores)}\n`);
  else {
    for (const { file, points, advice } of scores) {
      process.stdout.write(
        `${String(points).padStart(3)} 分 ${printable(file)}${advice ? `\n       ${printable(advice)}` : ''}\n`,
      );
    }
  }
}

/** Whether a finding is in one of the given files or folders; true if none is given. */
function isAmong(
  paths: readonly string[],
  { contentDir, contentName }: Settings,
): (found: { file: string }) => boolean {
  if (paths.length === 0) return () => true;
  const wanted = paths.map((path) => {
    const full = fromEditor(path);
    if (!existsSync(full)) throw new UsageError(`没有「${path}」这个文件或文件夹。请检查名字。`);
    return full;
  });
  return ({ file }) => {
    // Content files are named as the editor names the folder, others relative to its parent.
    const full = file.startsWith(contentName)
      ? join(contentDir, file.slice(contentName.length))
      : resolve(dirname(contentDir), file);
    return wanted.some((path) => isInside(full, path));
  };
}
