/** Gives other machines what a push server has made, after the push was answered: no editor waits for it. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { readSiteFolder } from '../../src/publish/git/index.ts';
import { readSettings } from '../../src/settings.ts';
import { givesToOthers, noteForOthers } from '../share-cache.ts';
import { hookCommand } from './recovery.ts';

const URL_VARIABLE = 'MINGBAI_SHARED_URL';

/** Starts a process that outlives this one and saves what the live release was made of; `url` is the address of the site. */
export function startSharing(gitDir: string, url: string): void {
  if (!givesToOthers()) return;
  const [command = '', ...args] = [...hookCommand(), 'share'];
  spawn(command, args, {
    detached: true,
    stdio: 'ignore',
    env: { ...process.env, GIT_DIR: gitDir, [URL_VARIABLE]: url },
  })
    .on('error', () => undefined)
    .unref();
}

/** The work of that process. Only what the live release has is saved: pages of reviews are in the same cache. */
export async function shareRelease(gitDir: string): Promise<void> {
  const outDir = join(readSiteFolder(gitDir), 'current');
  const note = await noteForOthers({ ...readSettings(), outDir }, process.env[URL_VARIABLE]);
  await note?.save();
}
