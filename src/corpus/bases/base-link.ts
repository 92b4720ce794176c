/** A content folder as a link in a chain of bases. */
import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { BaseCommit } from './base-repository.ts';

/** A content folder that another one extends. */
export interface Base {
  contentDir: string;
  /** The repository and commit that it is from, if it is not a folder of this machine. */
  repository?: BaseCommit | undefined;
  /** Its name in messages: the path as an editor of the extending content would type it. */
  name: string;
  /** The folder for its photographs; it may not exist. */
  publicDir: string;
  /** The same in messages. */
  publicName: string;
}

/** A content folder in a chain of bases. */
export interface Link extends Pick<Base, 'contentDir' | 'name' | 'repository'> {
  /** The folder that its own bases have to be in, unless they are in another repository; undefined: anywhere. */
  within: string | undefined;
}

/** Why there is no base, in Chinese. */
export type Problem = Pick<Diagnostic, 'rule' | 'message'>;
