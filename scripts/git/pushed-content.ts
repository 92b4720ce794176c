/** The content of one commit as a folder, with the ledger that the server keeps beside the repository. */
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, renameSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkOut } from '../../src/publish/git/index.ts';
import { readSettings, type Settings } from '../../src/settings.ts';
import { readLedger } from '../check-corpus.ts';
import { addEntries } from '../record-addresses.ts';

/** What Mingbai keeps in a repository beside git's own files. */
export function keptIn(gitDir: string): string {
  const folder = join(gitDir, 'mingbai');
  mkdirSync(folder, { recursive: true });
  return folder;
}

/**
 * Writes the commit to a temporary folder and gives the settings of a check or a build of it. Addresses that the server
 * knows were published count, even when an editor has taken them out of the ledger.
 */
export function pushedContent(gitDir: string, commit: string): { folder: string; settings: Settings } {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-push-'));
  checkOut(gitDir, commit, folder);
  const contentDir = join(folder, 'content');
  mkdirSync(contentDir, { recursive: true });
  const settings = readSettings();
  const pushed = new Set(readLedger(settings, contentDir).map(({ address }) => address));
  addEntries(
    contentDir,
    readLedger(settings, keptIn(gitDir)).filter(({ address }) => !pushed.has(address)),
  );
  const publicDir = join(folder, 'public');
  return { folder, settings: { ...settings, contentDir, contentName: 'content', publicDir } };
}

/** Keeps the ledger of what has just become live. */
export function keepLedger(gitDir: string, contentDir: string): void {
  const [from, to] = [join(contentDir, 'addresses.yml'), join(keptIn(gitDir), 'addresses.yml')];
  if (!existsSync(from)) return;
  copyFileSync(from, `${to}.new`);
  renameSync(`${to}.new`, to);
}
