/** A commit that no working tree and no index takes part in. */
import { gitText } from './git-text.ts';
import type { Git } from './git-workspace.ts';

/** Commits a tree; signed where the settings say so, which `git commit-tree` does not read. Returns the commit, or '' if git failed. */
export async function commitTree(
  git: Git,
  tree: string,
  parents: readonly string[],
  message: string,
): Promise<string> {
  const isSigned = (await gitText(git, ['config', '--type=bool', 'commit.gpgsign'])) === 'true';
  const between = parents.flatMap((parent) => ['-p', parent]);
  return gitText(git, ['commit-tree', ...(isSigned ? ['-S'] : []), tree, ...between, '-m', message]);
}
