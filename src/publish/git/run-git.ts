/** Git for a publication: failures are explained to editors. */
import { type GitInput, runGitSync } from '../../git-command.ts';
import { PublishError, toUserError, toUserMessage } from '../publish-error.ts';

export interface GitOptions extends GitInput {
  /** Exit codes that are an answer, not a failure. */
  answers?: readonly number[];
}

export interface GitResult {
  code: number;
  out: string;
}

/** Runs git in the repository `gitDir`; throws PublishError if it fails. */
export function runGit(gitDir: string, args: readonly string[], options: GitOptions = {}): GitResult {
  const { code, out } = runInRepository(gitDir, args, options);
  return { code, out: out.toString('utf8') };
}

/** The bytes of a blob; throws PublishError if there is none. */
export function readBlob(gitDir: string, blob: string): Buffer {
  return runInRepository(gitDir, ['cat-file', 'blob', blob]).out;
}

function runInRepository(gitDir: string, args: readonly string[], options: GitOptions = {}) {
  const { answers = [0], ...input } = options;
  const { code, out, err, failure } = runGitSync([`--git-dir=${gitDir}`, ...args], input);
  if (failure || !answers.includes(code)) throw new PublishError(explainFailure(args[0] ?? '', failure, err));
  return { code, out };
}

/** The repository that a folder belongs to; undefined if it belongs to none. */
export function findRepository(folder: string): string | undefined {
  const { code, out } = runGitSync(['-C', folder, 'rev-parse', '--absolute-git-dir']);
  return code === 0 ? out.toString('utf8').trim() : undefined;
}

/** The explanation of a failure of git. */
function explainFailure(command: string, error: NodeJS.ErrnoException | undefined, err: string): string {
  if (error?.code === 'ENOENT')
    return '这台机器上没有 git，没有发布。请先装好，例如 sudo apt-get install git。';
  const known = error === undefined ? toUserMessage(err) : toUserError(error);
  if (typeof known === 'string') return known;
  if (known instanceof PublishError) return known.message;
  return `git ${command} 没有做成：${(error?.message ?? err).trim().slice(0, MAX_GIT_MESSAGE_LENGTH)}`;
}

/** Characters of git's message that are shown: with a full disk it prints one line for each file. */
const MAX_GIT_MESSAGE_LENGTH = 300;
