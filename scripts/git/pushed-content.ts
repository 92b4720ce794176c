/** The content of one commit as a folder, with the ledger that the server keeps beside the repository. */
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkOut } from '../../src/publish/git/index.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { readLedger } from '../check-corpus.ts';
import { appendLedgerEntries } from '../register-addresses.ts';
import { makeTempDir, removeTempDir } from '../temp-dir.ts';

/** What Mingbai keeps in a repository beside git's own files. */
export function stateDir(gitDir: string): string {
  const folder = join(gitDir, 'mingbai');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Writes the commit to a work folder, to be removed by the caller, and gives the settings of a check or a build of it. Addresses that the server
 * knows were published count, even when an editor has taken them out of the ledger.
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

function checkOutContent(gitDir: string, commit: string, folder: string): Settings {
  checkOut(gitDir, commit, folder);
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
    // Pages say what was changed, as those built in a clone do.
    repository: { gitDir, commit },
  };
}

/** Keeps the ledger of what has just become live. */
export function saveLedger(gitDir: string, contentDir: string): void {
  const [from, to] = [join(contentDir, 'addresses.yml'), join(stateDir(gitDir), 'addresses.yml')];
  if (!existsSync(from)) return;
  writeFileAtomic(to, readFileSync(from));
}
