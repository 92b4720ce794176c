/** The repository that editors push to. */

export { type JoinText, joinCommits, type Overlap } from './join.ts';
export { type Answer, answerPush, type Pipes } from './proc-receive.ts';
export { pushedBytes, readChanges, refusals, refuseLargePush } from './pushed-files.ts';
export {
  BRANCH,
  BRANCH_WRITER,
  beginBranch,
  checkOut,
  type Hook,
  headOf,
  isAncestor,
  JOINED_BRANCH,
  makeRepository,
  mergeBase,
  moveBranch,
  NO_COMMIT,
  noteOffered,
  siteOf,
} from './repository.ts';
export { repositoryOf, runGit } from './run-git.ts';
export { readUpdates, type Update } from './updates.ts';
