/** Publishing from a working tree: a commit of just the chosen files, and a push of all commits. What cannot be pushed stays committed. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import type { HistoryEntry, PublishAnswer } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import type { GitInput } from '../../src/git-command.ts';
import type { Settings } from '../../src/settings.ts';
import type { Git } from './git-workspace.ts';
import { changedFiles } from './workspace-rows.ts';

const MAX_HISTORY = 50;
/** Which files were imported, in the content folder. */
const IMPORTS = '.imports.yml';

/** The commits that changed a file, or any; newest first. */
export async function history(git: Git, file: string | undefined): Promise<HistoryEntry[]> {
  const format = '%x1e%H%x1f%an%x1f%aI%x1f%B%x1f';
  const args = ['log', `--max-count=${MAX_HISTORY}`, `--format=${format}`, '--name-only', '--no-renames'];
  const { code, out } = await git([...args, '--', ...(file === undefined ? [] : [file])]);
  if (code !== 0) return [];
  return out
    .toString('utf8')
    .split('\x1e')
    .slice(1)
    .map((entry) => {
      const [commit = '', author = '', date = '', message = '', names = ''] = entry.split('\x1f');
      return { commit, author, date, message: message.trim(), files: names.split('\n').filter(Boolean) };
    });
}

const authorEnv = (author: string | undefined): GitInput =>
  author === undefined ? {} : { env: { GIT_AUTHOR_NAME: author, GIT_AUTHOR_EMAIL: 'desk@localhost' } };

/** Commits just these files, with what has to go with them, and pushes. */
export async function publish(
  git: Git,
  { contentDir, publicDir }: Settings,
  { files, message, author }: { files: readonly string[]; message: string; author: string | undefined },
): Promise<PublishAnswer> {
  const top = dirname(contentDir);
  const allowed = [relative(top, contentDir), relative(top, publicDir)];
  const isAllowed = (file: string) => allowed.some((folder) => file.startsWith(`${folder}/`));
  if (!files.every(isAllowed)) throw new DeskError(403, '只能发布 content 和 public 里的文件。');
  const all = [...files, ...(await companions(git, { contentDir, publicDir }, files))];
  const paths = ['--pathspec-from-file=-', '--pathspec-file-nul'];
  const input = all.map((file) => `:(literal)${file}`).join('\0');
  const added = await git(['add', '--all', ...paths], { input });
  if (added.code !== 0) throw new DeskError(409, `没有找到要发布的文件。${lastLine(added.err)}`);
  const commit = await git(['commit', '--only', `--message=${message}`, ...paths], {
    input,
    ...authorEnv(author),
  });
  if (
    commit.code !== 0 &&
    !/nothing to commit|no changes added/.test(commit.out.toString('utf8') + commit.err)
  )
    throw new DeskError(409, `没有提交成：${lastLine(commit.err || commit.out.toString('utf8'))}`);
  return push(git);
}

/** What has to go with the chosen files: new photographs that they show, and the list of imports if it names one of them. */
async function companions(
  git: Git,
  { contentDir, publicDir }: Pick<Settings, 'contentDir' | 'publicDir'>,
  files: readonly string[],
): Promise<string[]> {
  const top = dirname(contentDir);
  const [content, published] = [relative(top, contentDir), relative(top, publicDir)];
  const changed = [
    ...((await changedFiles(git, publicDir))?.keys() ?? []),
    ...((await changedFiles(git, join(contentDir, IMPORTS)))?.keys() ?? []),
  ];
  const read = (file: string) => {
    const path = join(top, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  };
  const texts = files.filter((file) => file.startsWith(`${content}/`)).map(read);
  return changed.filter((file) => {
    if (files.includes(file)) return false;
    if (file === `${content}/${IMPORTS}`)
      return files.some((each) => read(file).includes(each.slice(content.length + 1)));
    const address = file.slice(published.length);
    return texts.some((text) => text.includes(address));
  });
}

/** Reverts a commit and pushes. Throws DeskError if later changes stand against it. */
export async function undo(git: Git, commit: string, author: string | undefined): Promise<PublishAnswer> {
  const reverted = await git(['revert', '--no-edit', commit], authorEnv(author));
  if (reverted.code !== 0) {
    await git(['revert', '--abort']);
    throw new DeskError(409, '后来又改了同一处，撤销不了这一次。请直接改那一篇。');
  }
  return push(git);
}

/** Pushes all commits and takes over what the server joined with them. */
async function push(git: Git): Promise<PublishAnswer> {
  const commit = (await git(['rev-parse', 'HEAD'])).out.toString('utf8').trim();
  const remotes = (await git(['remote'])).out.toString('utf8').trim();
  if (remotes === '')
    return { ok: true, answer: '存进了这台电脑上的仓库。还没有连到网站，没有发布。', commit, pending: true };
  const pushed = await git(['push']);
  const answer = remoteLines(pushed.err);
  if (pushed.code !== 0 && isOffline(pushed.err))
    return { ok: true, answer: '现在连不上网站。已经存好，连上以后再按一次发布。', commit, pending: true };
  if (pushed.code !== 0) return { ok: false, answer: answer || lastLine(pushed.err), commit };
  await git(['pull', '--quiet']);
  return { ok: true, answer: answer || '发布了。', commit };
}

/** What the server said, without git's own prefix. */
function remoteLines(err: string): string {
  const lines = err.split('\n').flatMap((line) => /^remote: ?(.*?)\s*$/.exec(line)?.[1] ?? []);
  return lines.join('\n').trim();
}

function isOffline(err: string): boolean {
  return /could not resolve host|connection (?:refused|timed out)|could not read from remote|unable to access|network is unreachable/i.test(
    err,
  );
}

const lastLine = (text: string): string => text.trim().split('\n').at(-1) ?? '';
