/** Refuses a push whose changes nobody else has approved, if the published site.yml demands it. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type MissingApproval, readApprovals, runGit } from '../../src/publish/git/index.ts';
import { shellQuote } from '../../src/publish/shell-quote.ts';
import type { approvalModes } from '../../src/schema/site.ts';
import type { PushedCommit } from './merge-push.ts';

export type ApprovalMode = keyof typeof approvalModes;

const SITE_FILE = 'content/site.yml';
/** Files named in one refusal; who approves sees all of them. */
const MAX_PRINTED_FILES = 10;

/**
 * What the site.yml of a published commit demands; undefined for nothing. The pushed one does not count: who changes the rule needs an approval
 * under the rule. A file that cannot be read demands approval.
 */
export function approvalMode(gitDir: string, head: string): ApprovalMode | undefined {
  const { code, out } = runGit(gitDir, ['cat-file', 'blob', `${head}:${SITE_FILE}`], { answers: [0, 128] });
  if (code !== 0) return undefined;
  try {
    const { approval } = parse(out) as { approval?: unknown };
    if (approval === undefined) return undefined;
    return approval === 'required-or-urgent' ? approval : 'required';
  } catch {
    return 'required';
  }
}

/**
 * Why the push `update` is refused, in lines for the editor; empty if it may be published. `say` prints what is published without approval.
 */
export function refuseUnapproved(
  gitDir: string,
  { commit, head }: PushedCommit,
  pushed: string,
  say: (line: string) => void,
): string[] {
  const mode = head === undefined ? undefined : approvalMode(gitDir, head);
  if (head === undefined || mode === undefined || commit === head) return [];
  const { missing, changed, urgent } = readApprovals(gitDir, {
    head,
    commit,
    pushed,
    signersFile: signersFile(gitDir),
  });
  if (missing.length === 0) return [];
  const isKnown = missing.every(({ reason }) => reason !== 'unsigned');
  if (urgent !== undefined && mode === 'required-or-urgent' && isKnown) {
    say(`急事先发，还没有第二个人同意（${missing.length} 个文件）。原因：${urgent}。发完请马上找人看一遍。`);
    return [];
  }
  const more = missing.length - MAX_PRINTED_FILES;
  return [
    '这个网站发布前要另一个人同意，现在还差：',
    ...missing.slice(0, MAX_PRINTED_FILES).map(explain),
    ...(more > 0 ? [`还有 ${more} 个文件。`] : []),
    ...(urgent === undefined ? [] : ['site.yml 没有写急事可以先发，所以写了 Urgent 也不收。']),
    '怎么办：请另一个人在编辑台里打开“等人同意的”，看过以后按“同意并发布”。',
    '不用编辑台的：请他取到这几次提交，看过以后运行下面这一行，再 git push：',
    `  git commit --allow-empty -m 同意发布 -m ${shellQuote(changed.map(({ path, blob }) => `Approved: ${blob} ${path}`).join('\n'))}`,
  ];
}

/** The file of the keys that may sign, if the server demands signatures; an empty one lets nobody publish. */
function signersFile(gitDir: string): string | undefined {
  const file = join(gitDir, 'mingbai', 'approvers');
  return existsSync(file) ? file : undefined;
}

function explain({ path, authors, reason }: MissingApproval): string {
  const who = authors.length === 0 ? '合起来的时候改的' : `${authors.join('、')}改的`;
  const why = {
    none: '还没有人同意',
    own: '自己不能同意自己改的',
    unsigned: '这次提交没有本人的签名，认不出是谁改的；请照部署说明设好签名，再提交一次',
    'other-text': '有人同意的是另一稿，后来又改过，或者和别人的修改合过，要再看一遍',
  };
  return `${path}：${who}，${why[reason]}。`;
}
