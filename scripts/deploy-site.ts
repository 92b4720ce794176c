/**
 * Defines the order of a publication: check the content by all rules, build it, publish it, and then write new addresses into the ledger.
 * After a failure the live site is unchanged.
 */
import { join } from 'node:path';
import { beijingNow } from '../src/documents/dates.ts';
import type { Diagnostic } from '../src/documents/diagnostic.ts';
import { removeInBackground } from '../src/publish/index.ts';
import type { Settings } from '../src/settings.ts';
import { buildSite } from './build-site.ts';
import type { BuildWorkers } from './build-workers.ts';
import type { ReplacedSite } from './empty-content.ts';
import { recordBases } from './record-bases.ts';
import { registerAddresses } from './register-addresses.ts';
import { noteForOthers } from './share-cache.ts';
import { makeTempDir, removeTempDir } from './temp-dir.ts';

/** The result of a publication. */
export interface DeployResult<T> {
  diagnostics: Diagnostic[];
  /** The result of the target; undefined if the content has errors and nothing was published. */
  published?: T;
  /** Addresses that were added to the ledger. */
  newAddresses: string[];
}

export interface DeployOptions {
  /** Whether new addresses are added to the ledger. */
  keepsLedger?: boolean;
  /** The documents that the rules for single files check; default: all. */
  files?: readonly string[] | undefined;
  /** The live site, if it can be inspected. */
  replaces?: ReplacedSite | undefined;
  /** Whether other machines may take what was made: not before it is published. */
  savesCache?: boolean;
  /** See BuildOptions. */
  workers?: BuildWorkers | undefined;
  /** See BuildOptions. */
  whileRendering?: (() => void) | undefined;
}

/** Checks and builds the content, passes the built folder to `publish`, which may move it, and updates the ledger. */
export async function deploySite<T>(
  settings: Settings,
  publish: (builtDir: string, now: string) => Promise<T>,
  {
    keepsLedger = true,
    savesCache = false,
    files,
    replaces = 'a site',
    workers,
    whileRendering,
  }: DeployOptions = {},
): Promise<DeployResult<T>> {
  const folder = makeTempDir('deploy');
  try {
    const outDir = join(folder, 'site');
    const options = { withAllRules: true, files, replaces, workers, whileRendering };
    const built = await buildSite({ ...settings, outDir }, options);
    if (!built.done) return { diagnostics: built.diagnostics, newAddresses: [] };
    const forOthers = savesCache ? await noteForOthers({ ...settings, outDir }) : undefined;
    const published = await publish(outDir, beijingNow(new Date()));
    await forOthers?.save();
    if (keepsLedger) recordBases(settings, built.changed);
    return {
      diagnostics: built.diagnostics,
      published,
      newAddresses: keepsLedger ? registerAddresses(settings.contentDir, built.site) : [],
    };
  } finally {
    removeTempDir(folder, removeInBackground);
  }
}
