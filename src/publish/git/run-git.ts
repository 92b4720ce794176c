/** Runs git to its end. What git is told comes as arguments, never through a shell. */
import { spawnSync } from 'node:child_process';
import { PublishError } from '../publish-error.ts';

export interface GitOptions {
  input?: string | Buffer;
  /** Added to the environment; git's own variables of a hook are passed on, the objects of a push are found by them. */
  env?: Record<string, string>;
  /** Exit codes that are an answer and no failure. */
  answers?: readonly number[];
}

export interface GitRan {
  code: number;
  out: string;
}

/** Runs git in the repository `gitDir`; throws PublishError with its words when it fails. */
export function runGit(gitDir: string, args: readonly string[], options: GitOptions = {}): GitRan {
  const { input, env, answers = [0] } = options;
  const ran = spawnSync('git', [`--git-dir=${gitDir}`, '-c', 'core.quotePath=false', ...args], {
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
    env: { ...process.env, LC_ALL: 'C', ...env },
    ...(input !== undefined && { input }),
  });
  const code = ran.status ?? -1;
  if (ran.error || !answers.includes(code)) {
    throw new PublishError(`git ${args[0]} 没有做成：${(ran.error?.message ?? ran.stderr).trim()}`);
  }
  return { code, out: ran.stdout };
}
