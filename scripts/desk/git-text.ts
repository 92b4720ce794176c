/** The output of git as text, for the commands of the desk that answer in a line. */
import type { GitInput } from '../../src/git-command.ts';
import type { Git } from './git-workspace.ts';

/** The output of git without its line end; empty if it failed. */
export async function gitText(git: Git, args: readonly string[], input?: GitInput): Promise<string> {
  const { code, out } = await git(args, input);
  return code === 0 ? out.toString('utf8').trim() : '';
}
