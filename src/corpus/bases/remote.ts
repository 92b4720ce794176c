import type { RepositoryAddress } from '../../schema/base-address.ts';

/** A repository to fetch from. */
export interface Remote extends Pick<RepositoryAddress, 'protocol' | 'repository' | 'ref'> {
  /** What git is given as the repository: an address, or an absolute path. */
  location: string;
}

/** Why something is not there, in Chinese, as a sentence. */
export interface Fault {
  fault: string;
}
