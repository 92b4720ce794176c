/** `npm run wechat -- SLUG`: puts the article of a document of the built site into the drafts of the official account. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { printable } from '../../src/documents/printable.ts';
import {
  AccountError,
  accountFrom,
  findArticles,
  openAccount,
  sendArticle,
} from '../../src/official-account/index.ts';
import { outArgument, settingsFrom } from '../arguments.ts';
import { displayPath } from '../output-file.ts';
import { UsageError } from '../usage-error.ts';

export const wechat = defineCommand({
  meta: { name: 'wechat', description: '把做好的一篇放进公众号的草稿箱（先 npm run build）' },
  args: { ...outArgument },
  async run({ args }) {
    const { outDir } = settingsFrom(args, {}, true);
    const folder = articleFolder(outDir, args._);
    try {
      const account = openAccount(accountFrom(process.env));
      const title = await sendArticle(outDir, folder, account);
      process.stdout.write(
        `${printable(`《${title}》放进草稿箱了。到公众号后台的“草稿箱”里看一遍，再发。`)}\n`,
      );
    } catch (error) {
      if (!(error instanceof AccountError)) throw error;
      process.stderr.write(`${printable(error.message)}\n`);
      process.exitCode = 1;
    }
  },
});

/** The folder of the one document that is meant; throws UsageError if there is none or several. */
function articleFolder(outDir: string, names: readonly string[]): string {
  const [name, ...more] = names;
  if (name === undefined || more.length > 0)
    throw new UsageError('一次放一篇，写它的文件名，例如 npm run wechat -- di-bao');
  const found = findArticles(outDir, name);
  if (found.length > 1) {
    const choices = found.map((folder) => folder.replace(/^share\//, '')).join('、');
    throw new UsageError(`叫「${name}」的有几篇，写明是哪一篇：${choices}。`);
  }
  const [folder] = found;
  if (folder !== undefined) return folder;
  const isBuilt = existsSync(join(outDir, 'index.html'));
  throw new UsageError(
    isBuilt
      ? `做好的网站里没有「${name}」这一篇。看看名字对不对；刚写的，先 npm run build。`
      : `${displayPath(outDir)} 里还没有做好的网站。先 npm run build，再来一次。`,
  );
}
