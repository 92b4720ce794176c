/** Publishing from a working tree: a commit of just the chosen files, which sending.ts then sends. */
import { dirname, relative } from 'node:path';
import type { HistoryEntry, PublishAnswer, PublishOptions } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import { urgentMessage } from '../../src/publish/git/index.ts';
import type { Settings } from '../../src/settings.ts';
import { companions } from './companions.ts';
import { gitText, lastLine } from './git-text.ts';
import type { Git } from './git-workspace.ts';
import { sendCommits } from './sending.ts';

const MAX_HISTORY = 50;

/** The commits that changed a file, or any; newest first. */
export async function history(git: Git, file: string | undefined): Promise<HistoryEntry[]> {
  const format = '%x1e%H%x1f%P%x1f%an%x1f%aI%x1f%B%x1f';
  const args = ['log', `--max-count=${MAX_HISTORY}`, `--format=${format}`, '--name-only', '--no-renames'];
  const { code, out } = await git([...args, '--', ...(file === undefined ? [] : [file])]);
  if (code !== 0) return [];
  return out
    .toString('utf8')
    .split('\x1e')
    .slice(1)
    .map((entry): HistoryEntry => {
      const [commit = '', parents = '', author = '', date = '', message = '', names = ''] =
        entry.split('\x1f');
      return {
        commit,
        author,
        date,
        message: message.trim(),
        files: names.split('\n').filter(Boolean),
        canUndo: parents !== '',
      };
    })
    .filter(({ files }) => files.length > 0);
}

/** The messages of commits that are on no branch of the remote, oldest first; none without a remote. */
export async function unsent(git: Git): Promise<string[]> {
  if ((await gitText(git, ['remote'])) === '') return [];
  const args = ['log', '--reverse', '--no-merges', '--format=%s', 'HEAD', '--not', '--remotes'];
  return (await gitText(git, args)).split('\n').filter(Boolean);
}

const messageOf = (message: string, { urgent }: PublishOptions): string =>
  urgent === undefined ? message : urgentMessage(message, urgent);

/** Commits just these files, with what has to go with them, and sends all commits. */
export async function publish(
  git: Git,
  { contentDir, publicDir }: Settings,
  { files, message, options }: { files: readonly string[]; message: string; options: PublishOptions },
): Promise<PublishAnswer> {
  const top = dirname(contentDir);
  const allowed = [relative(top, contentDir), relative(top, publicDir)];
  const isAllowed = (file: string) => allowed.some((folder) => file.startsWith(`${folder}/`));
  if (!files.every(isAllowed)) throw new DeskError(403, '只能发布 content 和 public 里的文件。');
  if (files.length === 0) return sendCommits(git, options);
  const all = [...files, ...(await companions(git, { contentDir, publicDir }, files))];
  const paths = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const input = all.map((file) => `:(literal)${file}`).join('\0');
  const added = await git(['add', '--all', ...paths], { input });
  if (added.code !== 0) throw new DeskError(409, `没有找到要发布的文件。${lastLine(added.err)}`);
  const text = messageOf(message, options);
  const commit = await git(['commit', '--only', `--message=${text}`, ...paths], { input });
  if (
    commit.code !== 0 &&
    !/nothing to commit|no changes added/.test(commit.out.toString('utf8') + commit.err)
  )
    throw new DeskError(409, `没有提交成：${lastLine(commit.err || commit.out.toString('utf8'))}`);
  return sendCommits(git, options);
}

/** Reverts a commit and sends that. Throws DeskError if later changes stand against it. */
export async function undo(git: Git, commit: string, options: PublishOptions): Promise<PublishAnswer> {
  if ((await git(['rev-parse', '--verify', '--quiet', `${commit}^`])).code !== 0)
    throw new DeskError(409, '这是最早的一次，撤回了网站就空了。请直接改要改的那一篇。');
  const reverted = await git(['revert', '--no-edit', commit]);
  if (reverted.code !== 0) {
    await git(['revert', '--abort']);
    throw new DeskError(409, '后来又改了同一处，撤销不了这一次。请直接改那一篇。');
  }
  const subject = (await git(['log', '-1', '--format=%s', commit])).out.toString('utf8').trim();
  await git(['commit', '--quiet', '--amend', `--message=${messageOf(`撤回：${subject}`, options)}`]);
  return sendCommits(git, options);
}
