/** What git lists of a content folder: all that its history is made from, because a blob never changes. Loads no parser. */
import { runGitAsync } from '../git-command.ts';

/** The location of the history: the content folder's own repository, or a bare one at a commit. */
export interface HistorySource {
  contentDir: string;
  repository?:
    | {
        gitDir: string;
        commit: string;
        /** The content folder in the repository; empty for its top. Default: `content`. */
        folder?: string;
        /** Whether it is another one than that of a hook which may be running. */
        isOther?: boolean;
      }
    | undefined;
}

/** The arguments of git that name the repository. */
export function repositoryOf({ repository, contentDir }: HistorySource): string[] {
  return repository ? [`--git-dir=${repository.gitDir}`] : ['-C', contentDir];
}

/** Every commit with the blobs that it changed, newest first; undefined if git has no history. Throws if git fails. */
export async function readRawLog(source: HistorySource): Promise<string | undefined> {
  const format = '--format=%x01%ct%x02%s';
  const { repository } = source;
  const { folder = 'content' } = repository ?? {};
  const within = repository === undefined ? '--relative' : `--relative=${folder}/`;
  const scope = [
    ...(repository && folder === '' ? [] : [within]),
    ...(repository ? [repository.commit] : []),
  ];
  const listing = ['-z', '--raw', '--no-abbrev', '-M', '--no-color', format];
  const log = await runGit([...repositoryOf(source), 'log', ...listing, ...scope], undefined, source);
  return log?.toString('utf8');
}

/** Messages of git if a content folder has no history. */
const NO_HISTORY =
  /not a git repository|does not have any commits|unknown revision|dubious ownership|outside repository/;

/** The output of git; undefined without git or history. */
export async function runGit(
  args: readonly string[],
  input?: string,
  { repository }: Pick<HistorySource, 'repository'> = {},
): Promise<Buffer | undefined> {
  const { isOther = false } = repository ?? {};
  const { code, out, err, failure } = await runGitAsync(args, { input, isOther });
  if (code === 0) return out;
  if (failure?.code === 'ENOENT' || failure?.code === 'ENOTDIR' || NO_HISTORY.test(err)) return undefined;
  throw failure ?? new Error(`git could not tell the history of the content: ${err.trim()}`);
}
