/**
 * The working tree of an editor: files are saved in it, and publishing is a commit of just the chosen files and a push. What cannot be pushed
 * without a network stays committed, and the next push takes it along.
 */
import { existsSync, lstatSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { dirname, relative, sep } from 'node:path';
import { type BaseFiles, findContentFiles } from '../../src/corpus/index.ts';
import type { DeskDocument, PublishAnswer, Workspace } from '../../src/desk/contract.ts';
import { DeskError } from '../../src/desk/desk-error.ts';
import { pageAddress } from '../../src/desk/page-address.ts';
import { singleFileNames } from '../../src/desk/single-files.ts';
import { revisionOf } from '../../src/desk/text-history.ts';
import type { Documents } from '../../src/documents/document.ts';
import { type GitInput, type GitOutput, runGitAsync } from '../../src/git-command.ts';
import { DESK_EMAIL } from '../../src/publish/git/index.ts';
import type { Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { locate } from './locate.ts';
import { linksTo, moveDocument, withdrawDocument } from './relocation.ts';
import { catchUp } from './sending.ts';
import { approveChange, readWaiting } from './workspace-approvals.ts';
import { followBase, leaveOut, makeOwn, noteBase, noteSeen, refuseInherited } from './workspace-bases.ts';
import { history, publish, undo, unsent } from './workspace-publish.ts';
import { endReview, sendReview, sendWaiting } from './workspace-review.ts';
import { rowsOf, titleOf } from './workspace-rows.ts';

/** A push may wait for a build; without a network it ends by itself. */
export type Git = (args: readonly string[], input?: GitInput) => Promise<GitOutput>;

export interface WorkspaceOptions {
  settings: Settings;
  /** The saved documents and records, for their titles. */
  documents(): Documents;
  /** What the bases of the content have; default: nothing. */
  baseFiles?(): BaseFiles;
  /** The name of the tree's user, from the proxy; default: git's own. */
  user?: string | undefined;
}

/** Opens the working tree around the content folder. */
export function openWorkspace({
  settings,
  documents: saved,
  baseFiles = () => new Map(),
  user,
}: WorkspaceOptions): Workspace {
  const top = dirname(settings.contentDir);
  const author = user === undefined ? {} : { GIT_AUTHOR_NAME: user, GIT_AUTHOR_EMAIL: DESK_EMAIL };
  const git: Git = (args, input) =>
    runGitAsync(['-C', top, ...args], { ...input, env: { ...author, ...input?.env } });
  let running: Promise<unknown> = Promise.resolve();
  /** Git allows one command at a time that writes. */
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = running.then(work);
    running = done.catch(() => undefined);
    return done;
  };
  const overBases = () => ({ settings, git, baseFiles: baseFiles() });
  /** Behind a proxy the others have their trees in the same repository. */
  const showOthers = (answer: PublishAnswer) => (user === undefined ? sendWaiting(git, answer) : answer);
  const read = async (document: DeskDocument) => {
    const file = locate(settings, document);
    const stats = lstatSync(file.path, { throwIfNoEntry: false });
    if (!stats?.isFile()) return undefined;
    const text = readFileSync(file.path, 'utf8');
    const [row] = await rowsOf([file], git, settings, saved());
    return row && { text, revision: revisionOf(text), row };
  };
  return {
    list: async () => {
      const { files } = findContentFiles(settings.contentDir, settings.contentName);
      const singles = singleFileNames.map((name) => locate(settings, { collection: name, slug: name }));
      return rowsOf([...singles.filter(({ path }) => existsSync(path)), ...files], git, settings, saved());
    },
    read,
    async save(document, text) {
      const { path } = locate(settings, document);
      refuseOutside(settings.contentDir, path);
      writeFileAtomic(path, text);
      noteBase(overBases(), document);
      return revisionOf(text);
    },
    discard: (document) =>
      alone(async () => {
        const { path } = locate(settings, document);
        refuseOutside(settings.contentDir, path);
        const restored = await git(['checkout', 'HEAD', '--', relative(top, path)]);
        if (restored.code !== 0) rmSync(path, { force: true });
        noteBase(overBases(), document);
      }),
    history: (document) => history(git, document && relative(top, locate(settings, document).path)),
    unsent: () => alone(() => unsent(git)),
    publish: (files, message, options = {}) =>
      alone(async () => showOthers(await publish(git, settings, { files, message, options }))),
    undo: (commit, options = {}) => alone(async () => showOthers(await undo(git, commit, options))),
    review: (documents, name) =>
      alone(async () => {
        const [first] = documents;
        if (first === undefined) return undefined;
        const files = documents.map((document) => relative(top, locate(settings, document).path));
        const title = titleOf(saved(), first) ?? first.slug;
        return sendReview(git, settings, {
          files,
          name,
          page: pageAddress(first),
          message: `送审：${title}`,
        });
      }),
    endReview: (name) => alone(() => endReview(git, name)),
    approvals: () => alone(() => readWaiting(git)),
    approve: (commit) => alone(() => approveChange(git, commit)),
    catchUp: () =>
      alone(async () => {
        const answer = await catchUp(git);
        return answer && showOthers(answer);
      }),
    move: (document, slug, withLinks) =>
      alone(() => {
        refuseInherited(overBases(), document);
        return moveDocument({ settings, git }, document, slug, withLinks);
      }),
    linksTo: async (document) =>
      linksTo(settings, document).map((linking) => ({
        ...linking,
        title: titleOf(saved(), linking) ?? linking.slug,
      })),
    withdraw: (document, replacedBy, wayOn) =>
      alone(() => {
        refuseInherited(overBases(), document);
        return withdrawDocument({ settings, git }, document, replacedBy, wayOn);
      }),
    makeOwn: (document) =>
      alone(async () => {
        refuseOutside(settings.contentDir, locate(settings, document).path);
        makeOwn(overBases(), document);
      }),
    leaveOut: (document, replacedBy, wayOn) =>
      alone(async () => {
        refuseOutside(settings.contentDir, locate(settings, document).path);
        await leaveOut(overBases(), document, replacedBy, wayOn);
        noteBase(overBases(), document);
      }),
    noteSeen: (document) => alone(() => noteSeen(overBases(), document)),
    followBase: (document) =>
      alone(async () => {
        refuseOutside(settings.contentDir, locate(settings, document).path);
        await followBase(overBases(), document);
        noteBase(overBases(), document);
      }),
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
