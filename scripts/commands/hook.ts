/** What the hooks of a repository made by `serve-git` call; editors see its lines in their push. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { defineCommand } from 'citty';
import { BRANCH } from '../../src/publish/git/index.ts';
import { PublishError } from '../../src/publish/index.ts';
import { publishPush } from '../git/publish-push.ts';
import { readUpdates, receivePush } from '../git/receive-push.ts';

export const hook = defineCommand({
  meta: { name: 'hook', description: '仓库的钩子用的，不用自己运行' },
  args: { name: { type: 'positional', required: true, description: 'pre-receive 或 post-receive' } },
  async run({ args }) {
    const gitDir = resolve(process.env.GIT_DIR ?? '.');
    const updates = readUpdates(readFileSync(0, 'utf8'));
    // Who breaks the connection has pushed all the same: publishing goes on.
    process.stdout.on('error', () => undefined);
    const say = (line: string) => process.stdout.write(`${line}\n`);
    try {
      if (args.name === 'pre-receive') {
        process.exitCode = (await receivePush(gitDir, updates, say)) ? 0 : 1;
      } else {
        for (const { to, branch } of updates) if (branch === BRANCH) await publishPush(gitDir, to, say);
      }
    } catch (error) {
      say(error instanceof PublishError ? error.message : `出了意外：${(error as Error).message}`);
      say('网站还是原来的样子。请把上面的话告诉管网站的人。');
      process.exitCode = 1;
    }
  },
});
