/**
 * Asks other repositories for the content of bases. Their addresses and files come from content, so git runs with nothing that could start a
 * program or ask a question: only https, ssh and local files, no hooks, no submodules, no prompts.
 */
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { type GitOutput, runGitSync } from '../../git-command.ts';
import type { Protocol } from '../../schema/base-address.ts';
import { explainGitFailure } from './git-failures.ts';
import type { Fault, Remote } from './remote.ts';

/** The longest time for the content of another server, in ms. A province's texts with their photographs take minutes on a slow line. */
const MAX_FETCH_MS = 600_000;

/** The longest time for its first answer, in ms. Without it git waits five minutes for a server that takes the connection and says nothing. */
const MAX_ANSWER_MS = 60_000;

/** Below this many bytes a second for as many seconds the line counts as dead. */
const DEAD_LINE = ['-c', 'http.lowSpeedLimit=500', '-c', 'http.lowSpeedTime=30'];

const SAFE = [
  ...['-c', 'protocol.allow=never', '-c', 'core.hooksPath=/dev/null', '-c', 'core.fsmonitor=false'],
  ...['-c', 'fetch.recurseSubmodules=false', '-c', 'submodule.recurse=false', '-c', 'core.askPass='],
  ...['-c', 'gc.auto=0', '-c', 'maintenance.auto=false', '-c', 'transfer.fsckObjects=true'],
  ...DEAD_LINE,
];

const transportOf = (protocol: Protocol): string => (protocol === 'path' ? 'file' : protocol);

/** Runs git beside a repository at `gitDir` with access to one kind of address. */
function runSafely(
  gitDir: string,
  protocol: Protocol,
  args: readonly string[],
  timeoutMs: number,
): GitOutput {
  const allowed = `protocol.${transportOf(protocol)}.allow=always`;
  return runGitSync([...SAFE, '-c', allowed, `--git-dir=${gitDir}`, ...args], {
    isOther: true,
    timeoutMs,
    env: {
      GIT_TERMINAL_PROMPT: '0',
      GIT_ASKPASS: '',
      SSH_ASKPASS: '',
      SSH_ASKPASS_REQUIRE: 'never',
      GCM_INTERACTIVE: 'never',
      GIT_LFS_SKIP_SMUDGE: '1',
      GIT_SSH_COMMAND: `${sshCommand()} -o BatchMode=yes -o ConnectTimeout=20 -o ServerAliveInterval=15`,
    },
  });
}

/** The user's own ssh, which may choose a key, without questions. */
function sshCommand(): string {
  if (process.env.GIT_SSH_COMMAND) return process.env.GIT_SSH_COMMAND;
  const configured = runGitSync(['config', '--get', 'core.sshCommand'], { isOther: true });
  return configured.code === 0 ? configured.out.toString('utf8').trim() : 'ssh';
}

/** The commit at which the branch or tag of a repository is now; `gitDir` is any repository, `limitMs` the longest wait. */
export function readRemoteCommit(
  gitDir: string,
  remote: Remote,
  limitMs = MAX_ANSWER_MS,
): { commit: string } | Fault {
  openStore(gitDir);
  const { ref } = remote;
  // A branch before a tag of the same name; of a tag with a message the commit that it names.
  const wanted =
    ref === undefined ? ['HEAD'] : [`refs/heads/${ref}`, `refs/tags/${ref}^{}`, `refs/tags/${ref}`];
  const answer = listRemote(gitDir, remote, wanted, limitMs);
  if (answer.code !== 0) return explainGitFailure(answer, remote, limitMs);
  const lines = answer.out.toString('utf8').split('\n');
  const known = new Map(lines.map((line) => line.split('\t').reverse() as [string, string]));
  const commit = wanted.map((name) => known.get(name)).find(Boolean);
  if (commit !== undefined) return { commit };
  return {
    fault:
      ref === undefined
        ? `仓库 ${remote.repository} 是空的，一次提交也没有。`
        : `仓库 ${remote.repository} 里没有叫「${ref}」的分支或者标签。它可能改了名或者删掉了，请问写上级内容的人，改 ?ref= 后面的名字。`,
  };
}

function listRemote(
  gitDir: string,
  { protocol, location }: Remote,
  refs: readonly string[],
  limitMs: number,
): GitOutput {
  return runSafely(gitDir, protocol, ['ls-remote', '--quiet', '--', location, ...refs], limitMs);
}

/** Fetches a commit with its history into the repository at `gitDir`, unless it is there. Returns why it cannot be had. */
export function fetchCommit(gitDir: string, remote: Remote, commit: string): Fault | undefined {
  openStore(gitDir);
  if (hasCommit(gitDir, commit)) return undefined;
  const answer = listRemote(gitDir, remote, ['HEAD'], MAX_ANSWER_MS);
  if (answer.code !== 0) return explainGitFailure(answer, remote, MAX_ANSWER_MS);
  const { protocol, location } = remote;
  const options = ['--quiet', '--no-tags', '--no-write-fetch-head'];
  const fetch = (...refs: string[]) =>
    runSafely(gitDir, protocol, ['fetch', ...options, '--', location, ...refs], MAX_FETCH_MS);
  const byName = fetch(`+${commit}:refs/bases/${commit}`);
  if (byName.code === 0 && hasCommit(gitDir, commit)) return undefined;
  // Some servers give only what a branch or tag has.
  const all = fetch('+refs/heads/*:refs/fetched/heads/*', '+refs/tags/*:refs/fetched/tags/*');
  if (all.code !== 0) return explainGitFailure(all, remote, MAX_FETCH_MS);
  if (hasCommit(gitDir, commit)) return undefined;
  return {
    fault:
      `仓库 ${remote.repository} 里已经没有 ${commit.slice(0, 10)} 这一版了，写上级内容的人可能改写了历史。` +
      '请运行 npx mingbai bases --update 换成现在的一版。',
  };
}

export function hasCommit(gitDir: string, commit: string): boolean {
  return runHere(gitDir, ['cat-file', '-e', `${commit}^{commit}`]).code === 0;
}

/** Makes the repository that keeps what was fetched: with nothing in it that git would run. */
function openStore(gitDir: string): void {
  mkdirSync(dirname(gitDir), { recursive: true });
  if (runHere(gitDir, ['rev-parse', '--git-dir']).code === 0) return;
  const made = `${gitDir}.${process.pid}`;
  rmSync(made, { recursive: true, force: true });
  const { code, err, failure } = runGitSync(['init', '--quiet', '--bare', '--template=', made], {
    isOther: true,
  });
  if (code !== 0 && failure === undefined) throw new Error(`git init: ${err.trim()}`);
  if (code !== 0) return;
  try {
    renameSync(made, gitDir);
  } catch {
    // Another process made it at the same time, or a killed one left a part of it.
    rmSync(made, { recursive: true, force: true });
  }
}

function runHere(gitDir: string, args: readonly string[], input?: string): GitOutput {
  return runGitSync([...SAFE, `--git-dir=${gitDir}`, ...args], { isOther: true, input });
}

/** The output of a command that only reads the repository at `gitDir`. Throws with what git says. */
export function readStore(gitDir: string, args: readonly string[], input?: string): Buffer {
  const { code, out, err, failure } = runHere(gitDir, args, input);
  if (code !== 0) throw failure ?? new Error(`git ${args[0] ?? ''}: ${err.trim()}`);
  return out;
}
