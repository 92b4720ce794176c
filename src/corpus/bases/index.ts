/** The content that a site extends. */
export { type Base, dependencyFolders, type FindOptions, type FoundBases, findBases } from './find-bases.ts';
