/**
 * Builds a site, or repeats an earlier build of the same bytes, on this machine or on another one, from its record: then nothing is read or checked,
 * and the code for that is not loaded. Only with a remote cache: without one no builds are recorded.
 */
import { hash } from 'node:crypto';
import { findRecordedBuild, type RecordedInputs, recordBuild } from '../src/cache/build-records.ts';
import { pruneEmptyDirectories } from '../src/cache/directory-pool.ts';
import type { Settings } from '../src/settings.ts';
import { readBuildInputs } from './build-inputs.ts';
import type { BuildOptions, BuildResult } from './build-site.ts';
import { replaceSite } from './replace-site.ts';
import { givesToOthers } from './share-cache.ts';
import { startTaking } from './take-ahead.ts';

/** What the command `build` reports. */
export type BuildReport = Pick<BuildResult, 'done' | 'diagnostics' | 'documents'>;

/** The part of it that is recorded. */
type RecordedReport = Pick<BuildResult, 'diagnostics' | 'documents'>;

/** As `buildSite`. */
export async function buildOrRepeat(
  settings: Settings,
  { history }: Pick<BuildOptions, 'history'> = {},
): Promise<BuildReport> {
  const taken = startTaking(settings);
  const readInputs = () => readBuildInputs(settings, history);
  const inputs = taken && (await readInputs());
  if (inputs !== undefined) {
    await taken;
    const repeated = await repeatBuild(settings, inputs);
    if (repeated !== undefined) return repeated;
  }
  const { buildSite } = await import('./build-site.ts');
  return buildSite(settings, {
    history,
    taken,
    // After the rename another build may have put its site there.
    async whenMade(siteDir, built) {
      if (inputs === undefined || !isRecordable(built)) return;
      // Changed in the meantime: the site may be made from either.
      if ((await readInputs())?.hash === inputs.hash) record(settings, inputs, siteDir, built);
    },
  });
}

/** The report of the recorded build of these inputs, with its site in the output folder; undefined if there is none. */
async function repeatBuild(settings: Settings, inputs: RecordedInputs): Promise<BuildReport | undefined> {
  const now = new Date();
  const recorded =
    findRecordedBuild(inputs, settings.cacheDir, now) ??
    findRecordedBuild(withName(inputs, settings), settings.cacheDir, now);
  if (recorded === undefined) return undefined;
  const { diagnostics, documents }: RecordedReport = JSON.parse(recorded.report);
  let done = false;
  await replaceSite(settings, async (newSite) => {
    done = await recorded.restore(newSite);
    if (done) pruneEmptyDirectories(newSite);
    return done;
  });
  return done ? { done, diagnostics, documents } : undefined;
}

/** For a build with findings: they name files as the editor would, so they are of a content folder with this name only. */
function withName(inputs: RecordedInputs, { contentName }: Settings): RecordedInputs {
  return { ...inputs, hash: hash('sha256', JSON.stringify([inputs.hash, contentName])) };
}

/** Not content with errors or without documents, which depends on the site before, nor the news read by the voice of this machine. */
function isRecordable({ done, documents, site }: BuildResult): boolean {
  return givesToOthers() && done && documents > 0 && !site.about.machineNews;
}

/** Records the build of the site in `siteDir`. */
function record(
  settings: Settings,
  inputs: RecordedInputs,
  siteDir: string,
  { documents, diagnostics }: BuildResult,
): void {
  const report: RecordedReport = { documents, diagnostics };
  recordBuild(
    diagnostics.length === 0 ? inputs : withName(inputs, settings),
    { cacheDir: settings.cacheDir, siteDir, now: new Date() },
    JSON.stringify(report),
  );
}
