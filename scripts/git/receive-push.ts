/**
 * Checks a push before it is accepted: only the published branch, only fast-forward, only content, and no errors in it. The editor sees
 * the result as output of the push, one line per finding. Until then git stores its files apart: those of a refused push are removed.
 */
import { isGuessRule } from '../../src/check/index.ts';
import { type Diagnostic, formatDiagnostic, hasErrors } from '../../src/documents/diagnostic.ts';
import { printable } from '../../src/documents/printable.ts';
import {
  BRANCH,
  isAncestor,
  MERGED_BRANCH,
  mergeBase,
  NO_COMMIT,
  pushedBytes,
  REVIEW_BRANCHES,
  readChanges,
  readHead,
  refusals,
  refuseLargePush,
  runGit,
  type Update,
} from '../../src/publish/git/index.ts';
import { removeInBackground } from '../../src/publish/index.ts';
import { checkCorpus } from '../check-corpus.ts';
import { removeTempDir } from '../temp-dir.ts';
import { changedFiles, contentOnlyChanges } from './changed-files.ts';
import { refuseUnapproved } from './check-approvals.ts';
import type { EarlyWorkers } from './early-workers.ts';
import { mergePush, type PushedCommit } from './merge-push.ts';
import { preparePush } from './prepare-push.ts';
import { pushedContent } from './pushed-content.ts';
import { printToolHint } from './served-files.ts';

type Say = (line: string) => void;

/** The longest answer: an editor with more findings fixes these first. */
const MAX_PRINTED_LINES = 50;

/** Returns whether the push passes; `say` prints the findings. The caller stops the `early` workers. */
export async function receivePush(
  gitDir: string,
  updates: readonly Update[],
  say: Say,
  early?: EarlyWorkers,
): Promise<boolean> {
  const tooLarge = refuseLargePush(pushedBytes(process.env.GIT_QUARANTINE_PATH));
  if (tooLarge !== undefined) {
    say(`${tooLarge}\n没有收下，网站没有变。`);
    return false;
  }
  for (const update of updates) {
    if (update.branch.startsWith(REVIEW_BRANCHES)) {
      const why = refuseReview(gitDir, update);
      for (const line of why.slice(0, MAX_PRINTED_LINES)) say(printable(line));
      if (why.length > 0) return false;
      continue;
    }
    const refused = refuseUpdate(gitDir, update);
    const pushed = refused ? { refused } : mergePush(gitDir, update.to);
    const why =
      'refused' in pushed
        ? pushed.refused
        : [...refuseFiles(gitDir, pushed, update.to), ...refuseUnapproved(gitDir, pushed, update.to, say)];
    if (why.length > 0) {
      for (const line of why.slice(0, MAX_PRINTED_LINES)) say(printable(line));
      if (why.length > MAX_PRINTED_LINES) say(`还有 ${why.length - MAX_PRINTED_LINES} 行，先改上面这些。`);
      say('没有收下，网站没有变。');
      return false;
    }
    const prepare = async (passed: PushedCommit) =>
      updates.length === 1 ? preparePush(gitDir, passed, update, say, early) : undefined;
    if (!('refused' in pushed) && !(await passesCheck(gitDir, pushed, update, prepare, say))) return false;
  }
  return true;
}

/** The names of branches for review: letters of any script, digits, and a few marks. */
const REVIEW_NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,59}$/u;

/** Why a push to a branch for review is refused; its content is checked when it is built. */
function refuseReview(gitDir: string, { to, branch }: Update): string[] {
  if (!REVIEW_NAME.test(branch.slice(REVIEW_BRANCHES.length)))
    return ['送审的名字只用字母、汉字和数字，例如 git push origin HEAD:review/di-bao'];
  if (NO_COMMIT.test(to)) return [];
  const head = readHead(gitDir);
  const base = head === undefined ? undefined : mergeBase(gitDir, head, to);
  if (base === undefined)
    return ['推上来的和这个仓库不是一回事。请重新取一份（git clone），把改动拷过去再推。'];
  return refuseFiles(gitDir, { commit: to, base, head, isMerged: false }, to);
}

function refuseUpdate(gitDir: string, { from, to, branch }: Update): string[] | undefined {
  if (branch !== BRANCH && branch !== MERGED_BRANCH)
    return [`只收 main 和送审的 review/名字，「${branch.replace(/^refs\/\w+\//, '')}」不收。`];
  if (NO_COMMIT.test(to)) return ['main 就是网站，不能删。'];
  if (!NO_COMMIT.test(from) && !isAncestor(gitDir, from, to)) {
    return ['这样推会盖掉别人已经发布的修改。请先运行 git pull --rebase，再 git push，不要用 --force。'];
  }
  return undefined;
}

/** Input of `git hash-object` for the empty tree, the base of a first push. */
const EMPTY_TREE_INPUT = { input: '' };

/** Why changed files are refused; files that the push does not change do not count. */
function refuseFiles(gitDir: string, { base }: PushedCommit, pushed: string): string[] {
  const from = base ?? runGit(gitDir, ['hash-object', '-t', 'tree', '--stdin'], EMPTY_TREE_INPUT).out.trim();
  const diff = ['diff', '--raw', '-z', '--no-renames', '--no-abbrev', from, pushed];
  const changes = readChanges(runGit(gitDir, diff).out);
  const blobs = changes.map(({ blob }) => `${blob}\n`).join('');
  const sizes = runGit(gitDir, ['cat-file', '--batch-check=%(objectsize)'], { input: blobs }).out.split('\n');
  return refusals(changes.map((change, index) => ({ ...change, bytes: Number(sizes[index]) })));
}

/** Checks the content of a push; what passes is built right away if nothing stands against publishing it next. */
async function passesCheck(
  gitDir: string,
  pushed: PushedCommit,
  update: Update,
  prepare: (pushed: PushedCommit) => Promise<Diagnostic[] | undefined>,
  say: Say,
): Promise<boolean> {
  // No new commit: perhaps a repeated push.
  if (pushed.commit === pushed.head) return true;
  const changed = changedFiles(gitDir, pushed.base, update.to);
  const diagnostics = (await prepare(pushed)) ?? (await checkPush(gitDir, pushed));
  // Warnings about other files would hide those about this push.
  const relevant = diagnostics.filter(({ severity, file }) => severity === 'error' || changed.includes(file));
  const guesses = relevant.filter(({ severity, rule }) => severity === 'warning' && isGuessRule(rule));
  const others = relevant.filter((diagnostic) => !guesses.includes(diagnostic));
  // First: they must not be cut off at the end of a long list.
  for (const diagnostic of [...guesses, ...others].slice(0, MAX_PRINTED_LINES))
    say(formatDiagnostic(diagnostic));
  if (relevant.length > MAX_PRINTED_LINES)
    say(`还有 ${relevant.length - MAX_PRINTED_LINES} 处，先改上面这些。`);
  if (guesses.length > 0) say(askAbout(guesses.length));
  if (!hasErrors(diagnostics)) return true;
  say('有错误，没有收下，网站没有变。请照上面说的改好，提交，再推一次。');
  printToolHint(gitDir, pushed.commit, say);
  return false;
}

/** Checks a push without building it; returns the findings. */
async function checkPush(gitDir: string, { commit, head }: PushedCommit): Promise<Diagnostic[]> {
  const { folder, settings } = pushedContent(gitDir, commit);
  try {
    return (await checkCorpus(settings, { files: contentOnlyChanges(gitDir, head, commit) })).diagnostics;
  } finally {
    removeTempDir(folder, removeInBackground);
  }
}

/** A guess is only a question: the push is accepted, and the editor gets a request to look. */
function askAbout(guesses: number): string {
  const what = `有 ${guesses} 处像是别人的隐私（孩子的名字、住户的门牌、领钱的名单），在最上面几行，请逐条看。`;
  return `${what}不该写的，马上改掉再推一次；确实可以写的，照那一行说的写进 confirmed，以后不再提醒。`;
}
