/** Merges a push with the publications since. For conflicts it prints the lines and the one command that helps the editor. */
import { joinLedgers } from '../../src/corpus/index.ts';
import {
  type MergeConflict,
  type MergeText,
  mergeBase,
  mergeCommits,
  readHead,
  runGit,
} from '../../src/publish/git/index.ts';
import { shellQuote } from '../../src/publish/shell-quote.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';

/** A push as the branch will have it. */
export interface PushedCommit {
  /** The commit that the branch will move to. */
  commit: string;
  /** The merge base of push and branch: the push changes what differs from it. Absent for a first push. */
  base: string | undefined;
  /** The commit of the branch; undefined without one. */
  head: string | undefined;
  isMerged: boolean;
}

/** The commit for the branch, or lines for the editor with the reason for its absence. */
export function mergePush(gitDir: string, pushed: string): PushedCommit | { refused: string[] } {
  const head = readHead(gitDir);
  if (head === undefined) return { commit: pushed, base: undefined, head, isMerged: false };
  const base = mergeBase(gitDir, head, pushed);
  if (base === undefined) {
    return {
      refused: ['推上来的和这个仓库不是一回事，接不上。请重新取一份（git clone），把改动拷过去再推。'],
    };
  }
  if (base === head) return { commit: pushed, base, head, isMerged: false };
  if (base === pushed) return { commit: head, base, head, isMerged: false };
  const work = makeTempDir('push');
  try {
    const merged = mergeCommits(gitDir, { base, published: head, pushed, work, mergeText });
    if ('commit' in merged) return { commit: merged.commit, base, head, isMerged: true };
    const who = (path: string) =>
      runGit(gitDir, ['log', '-1', '--format=%an', `${base}..${head}`, '--', path]).out.trim() || '别人';
    return {
      refused: merged.conflicts
        .flatMap((conflict) => formatConflict(conflict, who(conflict.path)))
        .concat(adviceFor(merged.conflicts)),
    };
  } finally {
    removeTempDir(work);
  }
}

const mergeText: MergeText = (path, texts) =>
  path === 'content/addresses.yml' ? joinLedgers(texts) : undefined;

/** The maximum of conflicts shown. */
const MAX_PRINTED_HUNKS = 3;
const MAX_PRINTED_LINES = 3;
const MAX_LINE_LENGTH = 60;

function formatConflict({ path, kind, hunks }: MergeConflict, who: string): string[] {
  if (kind === 'deleted there') return [`${path}：${who}已经把它删掉或改了名，您还在改它。`];
  if (kind === 'deleted here') return [`${path}：您把它删掉或改了名，${who}刚改过它。`];
  if (hunks.length === 0) return [`${path}：您和${who}都换了这个文件，只能留一个。`];
  const shown = hunks
    .slice(0, MAX_PRINTED_HUNKS)
    .flatMap(({ published, pushed }) => [
      `  网上现在是：${shortened(published)}`,
      `  您写的是：　${shortened(pushed)}`,
    ]);
  const more = hunks.length - MAX_PRINTED_HUNKS;
  return [`${path}：您和${who}改了同一个地方：`, ...shown, ...(more > 0 ? [`  还有 ${more} 处。`] : [])];
}

function shortened(lines: readonly string[]): string {
  if (lines.length === 0) return '（没有了）';
  const shown = lines.slice(0, MAX_PRINTED_LINES).map((line) => {
    const text = line.trim();
    return text.length > MAX_LINE_LENGTH ? `${text.slice(0, MAX_LINE_LENGTH)}…` : text;
  });
  return shown.join(' ／ ') + (lines.length > MAX_PRINTED_LINES ? ' …' : '');
}

/** In a rebase git's "theirs" is the editor's version. */
const KEEP_PUSHED = 'git pull --rebase -X theirs';
const KEEP_PUBLISHED = 'git pull --rebase -X ours';

function adviceFor(conflicts: readonly MergeConflict[]): string[] {
  const deleted = conflicts.filter(({ kind }) => kind !== 'both changed').map(({ path }) => path);
  const lines = [
    '同一个地方只能留一样，别的地方会自己合上。请运行下面的一条，再 git push：',
    `  留您写的：${KEEP_PUSHED}`,
    ...(deleted.length < conflicts.length ? [`  留网上的：${KEEP_PUBLISHED}`] : []),
  ];
  if (deleted.length === 0) return lines;
  return [
    ...lines,
    '改了名的会自己跟上。git 说 CONFLICT (modify/delete) 的，是真的删掉了，再运行：',
    `  git rm --quiet -- ${deleted.map(shellQuote).join(' ')} && git -c core.editor=true rebase --continue`,
  ];
}
