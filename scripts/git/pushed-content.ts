/** The content of a commit as a folder, with the ledger that the server stores in the repository. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkOut, updateTree } from '../../src/publish/git/index.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { readLedger } from '../check-corpus.ts';
import { appendLedgerEntries } from '../register-addresses.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';
import { readAllowedBases } from './allowed-bases.ts';
import { stateDir } from './state-dir.ts';

/**
 * Writes a commit to a temporary folder, which the caller removes, and returns settings to check or build it. Its ledger has
 * all published addresses, also those that an editor has removed.
 */
export function pushedContent(gitDir: string, commit: string): { folder: string; settings: Settings } {
  const folder = makeTempDir('push');
  try {
    return { folder, settings: checkOutContent(gitDir, commit, folder) };
  } catch (error) {
    removeTempDir(folder);
    throw error;
  }
}

/**
 * The same in the folder that the publications of a repository share: only files that differ from the last one are written. The caller
 * holds the lock of the repository.
 */
export function publishedContent(gitDir: string, commit: string): Settings {
  const folder = updateTree(gitDir, commit, stateDir(gitDir));
  return addLedger(gitDir, commit, folder);
}

function checkOutContent(gitDir: string, commit: string, folder: string): Settings {
  checkOut(gitDir, commit, folder);
  return addLedger(gitDir, commit, folder);
}

/** Adds the published addresses to the ledger of a checkout; returns its settings. */
function addLedger(gitDir: string, commit: string, folder: string): Settings {
  const contentDir = join(folder, 'content');
  mkdirSync(contentDir, { recursive: true });
  const settings = readSettings();
  const pushed = new Set(readLedger(settings, contentDir).map(({ address }) => address));
  appendLedgerEntries(
    contentDir,
    readLedger(settings, stateDir(gitDir)).filter(({ address }) => !pushed.has(address)),
  );
  return {
    ...settings,
    contentDir,
    contentName: 'content',
    publicDir: join(folder, 'public'),
    // Pages show their changes, as those built in a clone do.
    repository: { gitDir, commit },
    baseLimits: { within: folder, repositories: readAllowedBases(gitDir) },
  };
}
