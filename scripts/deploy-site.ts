/**
 * The one place that knows the order of a publication to a folder: under the folder's lock check the content by every
 * rule, build it, make the release live, and then write new addresses into the ledger. Whatever fails, what was live stays.
 */
import { join } from 'node:path';
import { beijingNow } from '../src/documents/dates.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { removeInBackground } from '../src/publish/index.ts';
import type { Settings } from '../src/settings.ts';
import { buildSite } from './build-site.ts';
import type { ReplacedSite } from './empty-content.ts';
import { registerAddresses } from './register-addresses.ts';
import { makeTempDir, removeTempDir } from './temp-dir.ts';

/** What came of a publication, besides what the target has to say. */
export interface DeployResult<T> {
  diagnostics: Diagnostic[];
  /** What the target says; undefined where the content has errors and nothing was published. */
  published?: T;
  /** Addresses that are new in the ledger. */
  newAddresses: string[];
}

export interface DeployOptions {
  /** Whether new addresses are written into the ledger of the content. */
  keepsLedger?: boolean;
  /** The documents that all rules look at for themselves; all where it is left out. */
  files?: readonly string[] | undefined;
  /** What is live, where it can be looked at. */
  replaces?: ReplacedSite | undefined;
}

/** Checks and builds the content, gives the built folder to `publish`, for good, and keeps the ledger. */
export async function deploySite<T>(
  settings: Settings,
  publish: (builtDir: string, now: string) => Promise<T>,
  { keepsLedger = true, files, replaces = 'a site' }: DeployOptions = {},
): Promise<DeployResult<T>> {
  const folder = makeTempDir('deploy');
  try {
    const outDir = join(folder, 'site');
    const built = await buildSite({ ...settings, outDir }, { withAllRules: true, files, replaces });
    if (!built.done) return { diagnostics: built.diagnostics, newAddresses: [] };
    const published = await publish(outDir, beijingNow(new Date()));
    return {
      diagnostics: built.diagnostics,
      published,
      newAddresses: keepsLedger ? registerAddresses(settings.contentDir, built.site) : [],
    };
  } finally {
    removeTempDir(folder, removeInBackground);
  }
}
