/** `mingbai bases`: the content that a site extends, and what a person has seen of its changes. */
import { existsSync } from 'node:fs';
import { defineCommand } from 'citty';
import { isInside, readCorpus } from '../../src/corpus/index.ts';
import { hasErrors } from '../../src/documents/diagnostic.ts';
import { printable } from '../../src/documents/printable.ts';
import type { Settings } from '../../src/settings.ts';
import { contentArguments, refuseMissingContent, settingsFrom } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { basesOf } from '../public-folders.ts';
import { recordBases } from '../record-bases.ts';
import { reportDiagnostics } from '../report.ts';
import { type UpdatedBase, updateBase } from '../update-base.ts';
import { UsageError } from '../usage-error.ts';

const positionals = {
  paths: {
    type: 'positional',
    required: false,
    description: '和 --seen 一起：看过的是哪几个文件，不写就是全部',
  },
} as const;

const options = {
  update: { type: 'boolean', description: '换成上级仓库现在的一版，看看改了什么', default: false },
  seen: { type: 'boolean', description: '上级的改动看过了，记下上级现在的写法', default: false },
} as const;

/** The characters of a commit in messages. */
const SHORT_COMMIT = 10;
/** The names of files in one line. */
const MAX_NAMES = 8;

export const bases = defineCommand({
  meta: { name: 'bases', description: '上级的内容：用的是哪几份，改动过的地方上级后来改了没有' },
  args: { ...positionals, ...contentArguments, ...options },
  async run({ args }) {
    const settings = settingsFrom(args, { ...positionals, ...options });
    refuseMissingContent(settings);
    if (args.update) return printUpdate(settings, updateBase(settings));
    const { contentDir, contentName, today } = settings;
    const { changed, diagnostics } = readCorpus(contentDir, contentName, {
      today,
      basesDir: settings.basesDir,
    });
    const found = diagnostics.filter(({ rule }) => rule.startsWith('base/'));
    if (hasErrors(found)) {
      reportDiagnostics(
        found.filter(({ severity }) => severity === 'error'),
        process.stdout,
      );
      process.exitCode = 1;
      return;
    }
    const chain = basesOf(settings).map(({ name, repository }) =>
      repository === undefined ? name : `${name}（${repository.commit.slice(0, SHORT_COMMIT)}）`,
    );
    if (chain.length === 0) throw new UsageError('site.yml 里没有写 extends，没有上级的内容。');
    if (!args.seen) {
      const places = changed.reduce((sum, { changes }) => sum + changes.length, 0);
      process.stdout.write(`上级的内容，从近到远：${printable(chain.join('、'))}。\n`);
      process.stdout.write(`${changed.length} 个文件和上级不一样，一共 ${places} 处。\n`);
      if (found.length > 0) reportDiagnostics(found, process.stdout);
      return;
    }
    const wanted = args._.map((path) => {
      const full = fromEditor(path);
      if (!existsSync(full)) throw new UsageError(`没有「${path}」这个文件或文件夹。请检查名字。`);
      return full;
    });
    const isSeen = ({ path }: { path: string }) =>
      wanted.length === 0 || wanted.some((one) => isInside(path, one));
    const isWritten = recordBases(settings, changed, isSeen);
    process.stdout.write(
      isWritten
        ? `记下了，写在 ${printable(contentName)}/bases.yml 里，请一起提交。\n`
        : '没有要记的，上级没有变。\n',
    );
  },
});

function printUpdate({ contentName }: Settings, updated: UpdatedBase | undefined): void {
  const say = (line: string) => void process.stdout.write(`${printable(line)}\n`);
  if (updated === undefined) return say('已经是上级仓库现在的一版，没有要换的。');
  const { repository, from, to, added, removed, edited, findings } = updated;
  const named = ({ commit, day }: UpdatedBase['to']) => `${commit.slice(0, SHORT_COMMIT)}（${day}）`;
  say(`上级的仓库 ${repository}：${from === undefined ? '用' : `从 ${named(from)} 换成`} ${named(to)}。`);
  if (from !== undefined) {
    const lists: [string, readonly string[]][] = [
      ['上级新写的', added],
      ['上级不再有的', removed],
      ['上级改过的', edited],
    ];
    const lines = lists.filter(([, names]) => names.length > 0);
    if (lines.length === 0) say('上级的内容没有变。');
    for (const [words, names] of lines) say(listed(words, names));
  } else say(`上级有 ${added.length} 份。`);
  if (findings.length > 0) reportDiagnostics(findings, process.stdout);
  say(
    `记在 ${contentName}/bases.yml 里了。请运行 npx mingbai check 看一遍，再一起提交；不想换，就把 bases.yml 改回去。`,
  );
  process.exitCode = hasErrors(findings) ? 1 : 0;
}

function listed(words: string, names: readonly string[]): string {
  const more = names.length > MAX_NAMES ? '……' : '';
  return `${words} ${names.length} 份：${names.slice(0, MAX_NAMES).join('、')}${more}。`;
}
