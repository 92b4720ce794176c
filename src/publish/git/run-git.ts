/** Runs git to its end. What git is told comes as arguments, never through a shell. */
import { spawnSync } from 'node:child_process';
import { PublishError, toUserError, toUserMessage } from '../publish-error.ts';

export interface GitOptions {
  input?: string | Buffer;
  /** Added to the environment; git's own variables of a hook are passed on, the objects of a push are found by them. */
  env?: Record<string, string>;
  /** Exit codes that are an answer and no failure. */
  answers?: readonly number[];
}

export interface GitResult {
  code: number;
  out: string;
}

/** Runs git in the repository `gitDir`; throws PublishError with its words when it fails. */
export function runGit(gitDir: string, args: readonly string[], options: GitOptions = {}): GitResult {
  const { input, env, answers = [0] } = options;
  const ran = spawnSync('git', [`--git-dir=${gitDir}`, '-c', 'core.quotePath=false', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, LC_ALL: 'C', ...env },
    ...(input !== undefined && { input }),
  });
  const code = ran.status ?? -1;
  if (ran.error || !answers.includes(code)) {
    throw new PublishError(explainFailure(args[0] ?? '', ran.error, ran.stderr ?? ''));
  }
  return { code, out: ran.stdout };
}

/** The repository in which a folder lies; undefined where it lies in none. */
export function findRepository(folder: string): string | undefined {
  const ran = spawnSync('git', ['-C', folder, 'rev-parse', '--absolute-git-dir'], { encoding: 'utf8' });
  return ran.status === 0 ? ran.stdout.trim() : undefined;
}

/** The bytes of a blob; throws PublishError where there is none. */
export function readBlob(gitDir: string, blob: string): Buffer {
  const ran = spawnSync('git', [`--git-dir=${gitDir}`, 'cat-file', 'blob', blob], { maxBuffer: 2 ** 30 });
  if (ran.status !== 0) throw new PublishError(explainFailure('cat-file', ran.error, `${ran.stderr ?? ''}`));
  return ran.stdout;
}

/** Why git failed, in an editor's words where it is one of the things that happen on a server. */
function explainFailure(command: string, error: NodeJS.ErrnoException | undefined, said: string): string {
  if (error?.code === 'ENOENT')
    return '这台机器上没有 git，没有发布。请先装好，例如 sudo apt-get install git。';
  const known = error === undefined ? toUserMessage(said) : toUserError(error);
  if (typeof known === 'string') return known;
  if (known instanceof PublishError) return known.message;
  return `git ${command} 没有做成：${(error?.message ?? said).trim().slice(0, MAX_GIT_MESSAGE_LENGTH)}`;
}

/** Characters of what git says that are passed on: with a full disk it says one line for each file. */
const MAX_GIT_MESSAGE_LENGTH = 300;
