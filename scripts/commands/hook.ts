/** The hooks of a repository created by `serve-git`; editors see the output in their push. */

import { mkdirSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { defineCommand } from 'citty';
import { printableLines } from '../../src/documents/printable.ts';
import {
  handlePush,
  makeRepository,
  type Pipes,
  readSiteFolder,
  readUpdates,
  type Update,
  type UpdateResult,
} from '../../src/publish/git/index.ts';
import { PublishError, toUserError } from '../../src/publish/index.ts';
import { fromEditor } from '../editor-folder.ts';
import { startEarlyWorkers } from '../git/early-workers.ts';
import { publishBranch, publishPush } from '../git/publish-push.ts';
import { hookCommand } from '../git/recovery.ts';

type Say = (line: string) => void;

export const hook = defineCommand({
  meta: { name: 'hook', description: '仓库的钩子用的，不用自己运行' },
  args: { name: { type: 'positional', required: true, description: 'pre-receive、proc-receive 或 recover' } },
  async run({ args }) {
    const gitDir = fromEditor(process.env.GIT_DIR ?? '.');
    // A broken connection does not stop the publication.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
    // In proc-receive standard output is git's; both streams reach the editor.
    const say: Say = (line) => process.stderr.write(`${printableLines(line)}\n`);
    try {
      if (args.name === 'pre-receive') {
        process.exitCode = (await receiveUpdates(gitDir, readUpdates(readFileSync(0, 'utf8')), say)) ? 0 : 1;
      } else if (args.name === 'proc-receive') {
        await handlePush(pipes, (update) => publishUpdate(gitDir, update, say));
      } else if (args.name === 'recover') {
        process.exitCode = (await publishBranch(gitDir, say)) ? 0 : 1;
      } else if (args.name === 'share') {
        const { shareRelease } = await import('../git/share-release.ts');
        await shareRelease(gitDir);
      } else if (args.name === 'post-receive') {
        // A hook of an earlier version: this push was accepted already.
        makeRepository(gitDir, { siteDir: readSiteFolder(gitDir), command: hookCommand() });
        process.exitCode = (await publishBranch(gitDir, say)) ? 0 : 1;
      } else {
        say(`没有「${args.name}」这个钩子。请再运行一次 serve-git，把仓库换成新的。`);
        process.exitCode = 1;
      }
    } catch (error) {
      say(`${messageFor(gitDir, error)}\n网站还是原来的样子。`);
      process.exitCode = 1;
    }
  },
});

/** The pipes to git. Synchronous: git waits for the reply, and nothing else happens in the meantime. */
const pipes: Pipes = {
  read(bytes) {
    const chunk = Buffer.alloc(bytes);
    let at = 0;
    while (at < bytes) {
      const count = readSync(0, chunk, at, bytes - at, null);
      if (count === 0) break;
      at += count;
    }
    return chunk.subarray(0, at);
  },
  write(bytes) {
    try {
      writeSync(1, bytes);
    } catch {
      // Git ended with the editor's connection; the publication stays.
    }
  },
};

/** Checks the updates of a push and builds them; returns whether they pass. */
async function receiveUpdates(gitDir: string, updates: readonly Update[], say: Say): Promise<boolean> {
  const early = startEarlyWorkers(updates);
  try {
    // On demand: proc-receive need not wait for the code of checks and builds, and the workers are starting meanwhile.
    const { receivePush } = await import('../git/receive-push.ts');
    return await receivePush(gitDir, updates, say, early);
  } finally {
    await early?.stop();
  }
}

/** Publishes one update; returns the result for git. */
async function publishUpdate(gitDir: string, update: Update, say: Say): Promise<UpdateResult> {
  try {
    return await publishPush(gitDir, update, say);
  } catch (error) {
    say(messageFor(gitDir, error));
    say('没有收下，网站还是原来的样子，修改还在您自己的电脑上。办好以后再运行一次 git push 就会发布。');
    return { refusal: '没有发布成，原因看上面' };
  }
}

/** The message for an editor; an unexpected error is written to a file for the administrator. */
function messageFor(gitDir: string, error: unknown): string {
  const known = toUserError(error);
  if (known instanceof PublishError) return known.message;
  const log = join(gitDir, 'mingbai', 'error.txt');
  try {
    mkdirSync(dirname(log), { recursive: true });
    const { message, stack } = error as Error;
    writeFileSync(log, `${message}\n${stack ?? ''}\n`);
    return `出了意外，没有发布。请告诉管网站的人，详细情况在服务器的 ${log} 里。`;
  } catch {
    return '出了意外，没有发布，详细情况也没能记下来。请告诉管网站的人，先看看服务器的磁盘满没满。';
  }
}
