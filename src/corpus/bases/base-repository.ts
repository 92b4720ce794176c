/** A base in a repository of git: where it is kept on this machine, and which commit of it counts. */
import { hash } from 'node:crypto';
import { join, posix, resolve } from 'node:path';
import { beijingNow, dayOf } from '../../documents/dates.ts';
import type { RepositoryAddress } from '../../schema/base-address.ts';
import type { BaseRecords, Pin } from '../../schema/base-records.ts';
import { type BaseStore, checkOutBase } from './checkout.ts';
import { readRemoteCommit, readStore } from './git-remote.ts';
import type { Fault, Remote } from './remote.ts';

/** The commit that a base is from. */
export interface BaseCommit extends RepositoryAddress {
  commit: string;
  /** The folder with all files of the commit. */
  top: string;
  /** The repository on this machine that has the commit with its history; it may be missing where only files were sent. */
  gitDir: string;
}

/** The repository of an address in the content of `contentDir`. */
export function remoteOf({ protocol, repository, ref }: RepositoryAddress, contentDir: string): Remote {
  const location = protocol === 'path' ? resolve(contentDir, repository) : repository;
  return { protocol, repository, location, ref };
}

/** The pin of an address; one of another repository or branch does not count. */
export function pinOf({ pin }: BaseRecords, { repository, ref }: RepositoryAddress): Pin | undefined {
  return pin?.repository === repository && pin.ref === ref ? pin : undefined;
}

/** What messages call the top of a repository: without the scheme, below the content that extends it for a path. */
export function shortNameOf({ protocol, repository }: RepositoryAddress, from: string): string {
  if (protocol === 'path') return posix.join(from, repository);
  const plain = repository.replace(/^[a-z]+:\/\//i, '').replace(/^[^/@]*@/, '');
  // As the path of a file: without a port, and `host:path` of ssh with a slash.
  return plain.replace(/^([^/:]*):\d+(?=\/)/, '$1').replace(':', '/');
}

/** Where bases of this repository are kept below `basesDir`. By the address as written: it is the same on every machine. */
export function storeOf(basesDir: string, { repository }: Pick<RepositoryAddress, 'repository'>): BaseStore {
  const folder = join(basesDir, hash('sha256', repository).slice(0, 20));
  return { gitDir: join(folder, 'repository.git'), filesOf: (commit) => join(folder, commit, 'files') };
}

/** After a failure the same commit is asked for again only after this time: a preview reads the content at every key. */
const MIN_RETRY_MS = 60_000;
/** And after so many times what the attempt took: a server that is silent holds everything up for a minute each time. */
const RETRY_FACTOR = 10;
const failures = new Map<string, Fault & { retryAt: number }>();

/** The files of a commit, fetched if they are missing; or why they cannot be had. */
export function openBaseCommit(
  basesDir: string,
  remote: Remote,
  commit: string,
): { folder: string; gitDir: string } | Fault {
  const store = storeOf(basesDir, remote);
  const key = `${store.filesOf(commit)} ${remote.location}`;
  const before = failures.get(key);
  const began = Date.now();
  if (before !== undefined && began < before.retryAt) return { fault: before.fault };
  const opened = checkOutBase(store, remote, commit);
  const now = Date.now();
  if ('fault' in opened) {
    failures.set(key, { ...opened, retryAt: now + Math.max(MIN_RETRY_MS, RETRY_FACTOR * (now - began)) });
  } else failures.delete(key);
  return 'fault' in opened ? opened : { ...opened, gitDir: store.gitDir };
}

/** The commit at which the branch or tag of an address in `contentDir` is now; asks the repository. */
export function latestCommit(
  basesDir: string,
  address: RepositoryAddress,
  contentDir: string,
): { commit: string } | Fault {
  return readRemoteCommit(storeOf(basesDir, address).gitDir, remoteOf(address, contentDir));
}

/** The day of a fetched commit, `YYYY-MM-DD`. */
export function dayOfCommit(
  basesDir: string,
  { repository, commit }: Pick<Pin, 'repository' | 'commit'>,
): string {
  const { gitDir } = storeOf(basesDir, { repository });
  const seconds = Number(readStore(gitDir, ['log', '-1', '--format=%ct', commit]).toString());
  return dayOf(beijingNow(new Date(seconds * 1000)));
}
