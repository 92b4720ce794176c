/** The output of git as text, for the commands of the desk that answer in a line. */
import type { GitInput } from '../../src/git-command.ts';
import type { Git } from './git-workspace.ts';

/** The output of git without its line end; empty if it failed. */
export async function gitText(git: Git, args: readonly string[], input?: GitInput): Promise<string> {
  const { code, out } = await git(args, input);
  return code === 0 ? out.toString('utf8').trim() : '';
}

/** Whether git failed for want of a network or of the server. */
export function isOffline(err: string): boolean {
  return /could not resolve host|connection (?:refused|timed out)|could not read from remote|unable to access|network is unreachable|does not appear to be a git repository/i.test(
    err,
  );
}

/** The last line of an output: the reason, where git failed. */
export const lastLine = (output: string): string => output.trim().split('\n').at(-1) ?? '';
