/** `npx mingbai serve-git DIR --site DIR`: creates a repository that publishes the pushes of editors. */

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { defineCommand } from 'citty';
import { printable, printableLines } from '../../src/documents/printable.ts';
import { createBranch, makeRepository, readHead, updateOfferedRefs } from '../../src/publish/git/index.ts';
import { PublishError, toUserError } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import { contentArguments, settingsFrom } from '../arguments.ts';
import { fromEditor } from '../editor-folder.ts';
import { publishBranch, withPublishLock } from '../git/publish-push.ts';
import { hookCommand } from '../git/recovery.ts';
import { removeEndedReviews } from '../git/reviews.ts';
import { cloneCommand, servedFiles } from '../git/served-files.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { UsageError } from '../usage-error.ts';

const options = {
  repository: {
    type: 'positional',
    required: false,
    description: '仓库放在哪个文件夹，例如 /srv/county.git；已经有的，换成新的钩子',
    valueHint: 'DIR',
  },
  site: { type: 'string', description: '网站发布到哪个文件夹（要写明）', valueHint: 'DIR' },
} as const;

export const serveGit = defineCommand({
  meta: { name: 'serve-git', description: '建一个仓库，编辑推上来就检查、发布' },
  args: { ...contentArguments, ...options },
  async run({ args }) {
    const { contentDir, publicDir } = settingsFrom(args, options, true);
    const [dir, ...rest] = args._;
    if (rest.length > 0) throw new UsageError(`只要一个仓库的文件夹，多了「${rest.join(' ')}」。`);
    if (!dir || !args.site) {
      throw new UsageError(
        '要写明仓库和网站放在哪里，例如 npx mingbai serve-git /srv/mingbai.git --site /srv/mingbai',
      );
    }
    const gitDir = fromEditor(dir);
    if (existsSync(gitDir) && !existsSync(join(gitDir, 'HEAD')) && readdirSync(gitDir).length > 0) {
      throw new UsageError(`${dir} 里有别的东西，不能当仓库。请换一个空文件夹。`);
    }
    const siteDir = fromEditor(args.site);
    const say = (line: string) => process.stdout.write(`${printable(line)}\n`);
    try {
      makeRepository(gitDir, { siteDir, command: hookCommand() });
      if (readHead(gitDir) === undefined) begin(gitDir, { contentDir, publicDir });
      updateOfferedRefs(gitDir);
      const isLive = await publishBranch(gitDir, say);
      await withPublishLock(gitDir, say, async () => removeEndedReviews(gitDir, say));
      if (!isLive) {
        process.exitCode = 1;
        return;
      }
      say(`仓库好了。编辑取一份，在这台机器上：${cloneCommand(gitDir)}`);
      say(`在别的电脑上：${cloneCommand(`用户名@服务器:${gitDir}`)}`);
      say(`先看、先检查要装一次程序：npm install -g ${projectDir}，然后在取来的文件夹里 npx mingbai start`);
      say(
        `改好 content/ 里的文件，git commit，git push，就发布了。网页服务器的目录指到 ${join(siteDir, 'current')}`,
      );
    } catch (error) {
      const known = toUserError(error);
      if (!(known instanceof PublishError)) throw error;
      process.stderr.write(`${printableLines(known.message)}\n`);
      process.exitCode = 1;
    }
  },
});

function begin(gitDir: string, folders: { contentDir: string; publicDir: string }): void {
  const work = makeTempDir('push');
  try {
    createBranch(gitDir, { ...folders, files: servedFiles(gitDir, folders.contentDir), work });
  } finally {
    removeTempDir(work);
  }
}
