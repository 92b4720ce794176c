/**
 * The working tree of an editor: files are saved in it, and publishing is a commit of just the chosen files and a push. What cannot be pushed
 * without a network stays committed, and the next push takes it along.
 */
import { existsSync, lstatSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { type ContentFile, findContentFiles } from '../../src/corpus/index.ts';
import type {
  DeskDocument,
  DocumentRow,
  HistoryEntry,
  PublishAnswer,
  Workspace,
} from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import { revisionOf } from '../../src/desk/text-history.ts';
import type { Documents } from '../../src/documents/document.ts';
import { type GitInput, type GitOutput, runGitAsync } from '../../src/git-command.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { locate } from './locate.ts';
import { moveDocument, withdrawDocument } from './relocation.ts';

const MAX_HISTORY = 50;
/** Which files were imported, in the content folder. */
const IMPORTS = '.imports.yml';

/** A push may wait for a build; without a network it ends by itself. */
export type Git = (args: readonly string[], input?: GitInput) => Promise<GitOutput>;

export interface WorkspaceOptions {
  settings: Settings;
  /** The saved documents and records, for their titles. */
  documents(): Documents;
}

/** Opens the working tree around the content folder. */
export function openWorkspace({ settings, documents }: WorkspaceOptions): Workspace {
  const top = dirname(settings.contentDir);
  const git: Git = (args, input) => runGitAsync(['-C', top, ...args], input);
  let running: Promise<unknown> = Promise.resolve();
  /** Git allows one command at a time that writes. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = running.then(work);
    running = done.catch(() => undefined);
    return done;
  };
  const read = async (document: DeskDocument) => {
    const file = locate(settings, document);
    const stats = lstatSync(file.path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const text = readFileSync(file.path, 'utf8');
    const [row] = await rowsOf([file], git, settings, documents());
    return row && { text, revision: revisionOf(text), row };
  };
  return {
    list: async () => {
      const { files } = findContentFiles(settings.contentDir, settings.contentName);
      return rowsOf(files, git, settings, documents());
    },
    read,
    async save(document, text) {
      const { path } = locate(settings, document);
      refuseOutside(settings.contentDir, path);
      writeFileAtomic(path, text);
      return revisionOf(text);
    },
    discard: (document) =>
      alone(async () => {
        const { path } = locate(settings, document);
        refuseOutside(settings.contentDir, path);
        const restored = await git(['checkout', 'HEAD', '--', relative(top, path)]);
        if (restored.code !== 0) rmSync(path, { force: true });
      }),
    history: (document) => history(git, document && relative(top, locate(settings, document).path)),
    publish: (files, message, author) => alone(() => publish(git, settings, { files, message, author })),
    undo: (commit, author) => alone(() => undo(git, commit, author)),
    move: (document, slug) => alone(() => moveDocument({ settings, git }, document, slug)),
    withdraw: (document, replacedBy, wayOn) =>
      alone(() => withdrawDocument({ settings, git }, document, replacedBy, wayOn)),
  };
}

/** Throws DeskError unless the path is a file, or will be one, in a real folder of the content. */
function refuseOutside(contentDir: string, path: string): void {
  const root = realpathSync(contentDir);
  let folder = dirname(path);
  while (statSync(folder, { throwIfNoEntry: false }) === undefined) folder = dirname(folder);
  const real = realpathSync(folder);
  const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
  if (isLink || (real !== root && !real.startsWith(root + sep)))
    throw new DeskError(403, '这个文件不在内容文件夹里，编辑台不动它。');
}

async function rowsOf(
  files: readonly ContentFile[],
  git: Git,
  { contentDir }: Settings,
  documents: Documents,
): Promise<DocumentRow[]> {
  const top = dirname(contentDir);
  const [only] = files;
  const marks = await changedFiles(git, files.length === 1 && only ? relative(top, only.path) : contentDir);
  return files.map(({ collection, slug, path }) => {
    const file = relative(top, path).split(sep).join('/');
    const mark = marks?.get(file);
    const isNew = marks === undefined || mark === '??' || mark?.startsWith('A') === true;
    const isDraft = /^draft:[ \t]*['"]?true\b/m.test(readFileSync(path, 'utf8').slice(0, 20_000));
    const state = isDraft ? 'draft' : isNew ? 'new' : mark === undefined ? 'published' : 'changed';
    const title = titleOf(documents, { collection, slug });
    return { collection, slug, title, state, file, updated: statSync(path).mtime.toISOString() };
  });
}

/** The marks of git for changed files, by their path from the folder around the content; undefined outside a repository. */
async function changedFiles(git: Git, where: string): Promise<Map<string, string> | undefined> {
  const prefix = await git(['rev-parse', '--show-prefix']);
  const status = await git([
    'status',
    '--porcelain=v1',
    '-z',
    '--no-renames',
    '--untracked-files=all',
    '--',
    where,
  ]);
  if (status.code !== 0) return undefined;
  // Git prints paths from the top of the repository.
  const before = prefix.out.toString('utf8').trim().length;
  const lines = status.out.toString('utf8').split('\0').filter(Boolean);
  return new Map(lines.map((line) => [line.slice(3 + before), line.slice(0, 2)]));
}

function titleOf(documents: Documents, { collection, slug }: DeskDocument): string {
  const all = documents[collection] as unknown as Record<string, unknown>[];
  const found = all.find((entry) => (entry.slug ?? entry.id) === slug);
  const { title, name, term } = { ...found, ...(found?.data as object | undefined) } as Record<
    string,
    unknown
  >;
  return String(title ?? name ?? term ?? slug);
}

async function history(git: Git, file: string | undefined): Promise<HistoryEntry[]> {
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

async function publish(
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

async function undo(git: Git, commit: string, author: string | undefined): Promise<PublishAnswer> {
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
