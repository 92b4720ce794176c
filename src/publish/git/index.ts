/** The repository that editors push to. */

export { answerPush, type Pipes, type Refusal } from './proc-receive.ts';
export { pushedBytes, readTree, refusals, refuseLargePush } from './pushed-files.ts';
export {
  BRANCH,
  beginBranch,
  checkOut,
  type Hook,
  headOf,
  isAncestor,
  makeRepository,
  moveBranch,
  NO_COMMIT,
  siteOf,
} from './repository.ts';
export { runGit } from './run-git.ts';
export { readUpdates, type Update } from './updates.ts';
