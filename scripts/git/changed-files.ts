/** The files that differ between two commits. */
import { NO_COMMIT, runGit } from '../../src/publish/git/index.ts';

/**
 * The documents that a push changed, if it did nothing else: all others were checked before, so only their links are checked. Undefined if
 * it added or removed files, or changed files that many documents depend on.
 */
export function contentOnlyChanges(
  gitDir: string,
  from: string | undefined,
  to: string,
): string[] | undefined {
  if (from === undefined || NO_COMMIT.test(from)) return undefined;
  const lines = runGit(gitDir, ['diff', '--name-status', '--no-renames', '-z', from, to]).out.split('\0');
  const files = lines.filter((_, index) => index % 2 === 1);
  const isChange = lines.every((line, index) => index % 2 === 1 || line === 'M' || line === '');
  return isChange && files.every((file) => file.endsWith('.mdx')) ? files : undefined;
}

/** The files that differ between two commits; all files without an earlier commit. */
export function changedFiles(gitDir: string, from: string | undefined, to: string): string[] {
  const args =
    from === undefined || NO_COMMIT.test(from)
      ? ['ls-tree', '-r', '-z', '--name-only', to]
      : ['diff', '--name-only', '--no-renames', '-z', from, to];
  return runGit(gitDir, args)
    .out.split('\0')
    .filter((path) => path !== '');
}
