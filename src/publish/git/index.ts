/** The repository that editors push to. */
export { readTree, refusals } from './pushed-files.ts';
export {
  BRANCH,
  beginBranch,
  checkOut,
  type Hook,
  headOf,
  isAncestor,
  makeRepository,
  NO_COMMIT,
  siteOf,
} from './repository.ts';
export { runGit } from './run-git.ts';
