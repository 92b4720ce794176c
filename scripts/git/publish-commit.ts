/**
 * Checks and builds a commit and writes it as a release that is not live yet. It loads the code of checks and builds, so the hooks import it
 * only when they need it.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readSite } from '../../src/corpus/site-files.ts';
import type { Diagnostic } from '../../src/documents/diagnostic.ts';
import { readSiteFolder, removeTree } from '../../src/publish/git/index.ts';
import {
  prepareFolder,
  prepareRelease,
  readLastRelease,
  removeInBackground,
} from '../../src/publish/index.ts';
import type { BuildWorkers } from '../build-workers.ts';
import { deploySite } from '../deploy-site.ts';
import { contentOnlyChanges } from './changed-files.ts';
import { publishedContent } from './pushed-content.ts';
import { readLiveCommit } from './recovery.ts';
import { stateDir } from './state-dir.ts';

/** A commit that was built. */
export interface BuiltCommit {
  diagnostics: Diagnostic[];
  /** The release; absent if the content has errors. */
  release?: { id: string; url: string; ledger: string | undefined; today: string } | undefined;
}

/**
 * Builds a commit under the lock of the site, with `workers` that are running already. Throws PublishError, or the error of the build, if
 * nothing was prepared.
 */
export async function buildCommit(
  gitDir: string,
  commit: string,
  workers?: BuildWorkers,
): Promise<BuiltCommit> {
  const siteDir = readSiteFolder(gitDir);
  prepareFolder(siteDir);
  let isPublishable = false;
  try {
    const settings = publishedContent(gitDir, commit);
    let last: ReturnType<typeof readLastRelease>;
    const { diagnostics, published } = await deploySite(
      settings,
      (built, now) => prepareRelease(built, siteDir, now, { mayMove: true, last }),
      {
        workers,
        whileRendering() {
          last = readLastRelease(siteDir);
        },
        files: contentOnlyChanges(gitDir, readLiveCommit(gitDir), commit),
        replaces: { folder: join(siteDir, 'current') },
      },
    );
    isPublishable = published !== undefined;
    if (published === undefined) return { diagnostics };
    const ledgerFile = join(settings.contentDir, 'addresses.yml');
    return {
      diagnostics,
      release: {
        id: published.id,
        url: readSite(settings.contentDir, settings.contentName).url.replace(/\/$/, ''),
        ledger: existsSync(ledgerFile) ? readFileSync(ledgerFile, 'utf8') : undefined,
        today: settings.today,
      },
    };
  } finally {
    // Nothing of a refused push stays on the server.
    if (!isPublishable) removeTree(stateDir(gitDir), removeInBackground);
  }
}
