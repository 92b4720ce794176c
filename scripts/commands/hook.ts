/** What the hooks of a repository made by `serve-git` call; editors see its lines in their push. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { defineCommand } from 'citty';
import { BRANCH } from '../../src/publish/git/index.ts';
import { PublishError } from '../../src/publish/index.ts';
import { projectDir } from '../../src/settings.ts';
import { publishPush } from '../git/publish-push.ts';
import { readUpdates, receivePush } from '../git/receive-push.ts';

export const hook = defineCommand({
  meta: { name: 'hook', description: '仓库的钩子用的，不用自己运行' },
  args: { name: { type: 'positional', required: true, description: 'pre-receive 或 post-receive' } },
  async run({ args }) {
    const gitDir = resolve(process.env.GIT_DIR ?? '.');
    // Tailwind looks for its settings where the process stands.
    process.chdir(projectDir);
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
      say(error instanceof PublishError ? error.message : unexpected(gitDir, error));
      say('网站还是原来的样子。');
      process.exitCode = 1;
    }
  },
});

/** What an editor is told of a failure that is none of theirs; the whole of it is kept for whoever runs the site. */
function unexpected(gitDir: string, error: unknown): string {
  const log = join(gitDir, 'mingbai', 'error.txt');
  mkdirSync(dirname(log), { recursive: true });
  const { message, stack } = error as Error;
  writeFileSync(log, `${message}\n${stack ?? ''}\n`);
  return `出了意外，没有发布。请告诉管网站的人，详细情况在服务器的 ${log} 里。`;
}
