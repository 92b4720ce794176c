/** The repository that editors push to. */

export {
  type ApprovalState,
  approvalMessage,
  type ChangedFile,
  DESK_EMAIL,
  isReviewOnly,
  isSameName,
  type MissingApproval,
  readApprovals,
  reviewOnlyMessage,
  urgentMessage,
} from './approvals.ts';
export { type MergeConflict, type MergeText, mergeCommits } from './merge.ts';
export { handlePush, type Pipes, type UpdateResult } from './proc-receive.ts';
export { pushedBytes, readChanges, refusals, refuseLargePush } from './pushed-files.ts';
export {
  BRANCH,
  COMMIT_AUTHOR_ENV,
  checkOut,
  createBranch,
  type Hook,
  hasCommit,
  isAncestor,
  MERGED_BRANCH,
  makeRepository,
  mergeBase,
  moveBranch,
  NO_COMMIT,
  REVIEW_BRANCHES,
  readHead,
  readSiteFolder,
  updateOfferedRefs,
} from './repository.ts';
export { findRepository, runGit } from './run-git.ts';
export { removeTree, updateTree } from './tree.ts';
export { readUpdates, type Update } from './updates.ts';
