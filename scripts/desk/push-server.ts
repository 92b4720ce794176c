/** Whether the remote is a repository of `serve-git`, and its answer in words for somebody without a terminal. */
import { MERGED_BRANCH } from '../../src/publish/git/index.ts';
import { gitText } from './git-text.ts';
import type { Git } from './git-workspace.ts';

/**
 * Whether the remote is a repository of `serve-git`: it merges pushes to `refs/for/main`, and builds `review/NAME`. A clone by its command has the
 * setting; any other is told by the refs that it offers to pushes alone.
 */
export async function isPushServer(git: Git): Promise<boolean> {
  const refspec = await gitText(git, ['config', 'remote.origin.push']);
  if (refspec.endsWith(`:${MERGED_BRANCH}`)) return true;
  const refs = ['ls-remote', '--upload-pack=git-receive-pack', 'origin', 'refs/mingbai/published/*'];
  return (await gitText(git, ['remote'])) !== '' && (await gitText(git, refs)) !== '';
}

/** A finding of `check`, as it is printed on a terminal. */
const FINDING = /^(?:content|public)\/(\S+):\d+:\d+ (error|warning) \S+ /;
/** A sentence with a command. */
const COMMAND = /[^。；]*(?:npx|npm|git (?:pull|push|config|clone|commit|rebase))[^。；]*[。；]?/g;
const PROGRESS = /^(?:正在|前面还有一次发布).*…$/;
/** Rows of a code to scan, for terminals. */
const QR_ROW = /[█▀▄]/;

/** What the server said, without git's own prefix and without what needs a terminal. */
export function remoteWords(err: string): string {
  const lines = err.split('\n').flatMap((line) => /^remote: ?(.*?)\s*$/.exec(line)?.[1] ?? []);
  return lines
    .filter((line) => !PROGRESS.test(line) && !QR_ROW.test(line))
    .map((line) =>
      FINDING.test(line)
        ? line.replace(FINDING, (_, file: string, severity: string) => {
            return `${severity === 'error' ? '要改' : '请看'} ${file}：`;
          })
        : line
            .replace(COMMAND, '')
            .replace(/没装过程序的，看仓库里的 README\.md。/, '')
            .replace(/(?:，提交)?，?再推一次/, '，再按一次'),
    )
    .filter((line) => line.trim() !== '')
    .join('\n');
}
