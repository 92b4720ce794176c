/**
 * Stores the addresses of a publication on a branch of their own. A machine that publishes never commits to the branch that
 * editors push to: such a commit would make each of their next pushes fail.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { joinLedgers } from '../../src/corpus/index.ts';
import { COMMIT_AUTHOR_ENV, findRepository, runGit } from '../../src/publish/git/index.ts';
import { PublishError } from '../../src/publish/index.ts';
import { writeOutputFile } from '../output-file.ts';

const FETCHED_REF = 'refs/mingbai/ledger';
const LEDGER_FILE = 'addresses.yml';

/** The ledger of a content folder, merged with that of a branch of origin. */
export interface LedgerBranch {
  /** Pushes the content folder's current ledger to the branch, if it differs. */
  push(): void;
}

/**
 * Merges the ledger of the branch `name` of origin into that of `contentDir`; entries of the content win. Throws PublishError if origin
 * cannot be reached: without its ledger a lost address would go unnoticed.
 */
export function openLedgerBranch(contentDir: string, name: string): LedgerBranch {
  const gitDir = findRepository(contentDir);
  if (gitDir === undefined) {
    throw new PublishError('--ledger-branch 要在 git 的仓库里用，内容文件夹不在仓库里，没有发布。');
  }
  const path = join(contentDir, LEDGER_FILE);
  const branch = `refs/heads/${name}`;
  const before = fetchLedger(gitDir, branch);
  const own = existsSync(path) ? readFileSync(path, 'utf8') : '';
  // Only entries of the branch are merged, not the comment above them.
  const [head = ''] = before.text.split(/^(?=[ \t]*-[ \t])/m);
  const joined = joinLedgers({ base: head, published: own, pushed: before.text });
  if (joined === undefined) {
    throw new PublishError(
      `origin 上 ${name} 分支里的 ${LEDGER_FILE} 读不懂，没有发布。请把那个分支删掉，再发布一次。`,
    );
  }
  if (joined !== own) writeOutputFile(path, joined);
  return {
    push() {
      const text = existsSync(path) ? readFileSync(path, 'utf8') : '';
      if (text === before.text) return;
      const blob = runGit(gitDir, ['hash-object', '-w', '--stdin'], { input: text }).out.trim();
      const tree = runGit(gitDir, ['mktree'], { input: `100644 blob ${blob}\t${LEDGER_FILE}\n` }).out.trim();
      const parents = before.commit === undefined ? [] : ['-p', before.commit];
      const commit = runGit(gitDir, ['commit-tree', tree, ...parents, '-m', '记下网址'], {
        env: COMMIT_AUTHOR_ENV,
      });
      runGit(gitDir, ['push', '--quiet', 'origin', `${commit.out.trim()}:${branch}`]);
    },
  };
}

/** The ledger on the branch; empty without such a branch. */
function fetchLedger(gitDir: string, branch: string): { commit: string | undefined; text: string } {
  const { code } = runGit(gitDir, ['ls-remote', '--exit-code', 'origin', branch], {
    answers: [0, EXIT_NO_SUCH_BRANCH],
  });
  if (code === EXIT_NO_SUCH_BRANCH) return { commit: undefined, text: '' };
  runGit(gitDir, ['fetch', '--quiet', '--no-tags', 'origin', `+${branch}:${FETCHED_REF}`]);
  const commit = runGit(gitDir, ['rev-parse', FETCHED_REF]).out.trim();
  return { commit, text: runGit(gitDir, ['cat-file', 'blob', `${commit}:${LEDGER_FILE}`]).out };
}

/** Exit code of `git ls-remote --exit-code`. */
const EXIT_NO_SUCH_BRANCH = 2;
