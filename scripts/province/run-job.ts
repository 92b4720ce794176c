/** Builds one county on the host that GNU parallel chose. */

import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join, resolve } from 'node:path';
import { formatDiagnostic } from '../../src/documents/diagnostic.ts';
import { listOutput } from '../../src/province/index.ts';
import { onInterrupt } from '../interrupt.ts';
import { buildOrRepeat } from '../repeat-build.ts';
import { noteForOthers } from '../share-cache.ts';
import { type JobFile, type MadeFile, names, packFolder, readJson, unpack } from './job-file.ts';
import { machineHash } from './machine-hash.ts';
import { countySettings } from './read-province.ts';

/**
 * Builds the job in `file` and writes its outcome to `made`: a tar file each if `isPacked`, otherwise a JSON file and a folder. Content
 * with errors is an outcome; whatever fails on this host only is thrown, so that another host tries.
 */
export async function runJob(file: string, made: string, isPacked: boolean): Promise<void> {
  const work = isPacked ? resolve(`${file}.work`) : resolve(made);
  const remove = () => rmSync(work, { recursive: true, force: true });
  remove();
  const cancel = onInterrupt(remove);
  try {
    const [input, outcome] = [join(work, 'in'), isPacked ? join(work, 'out') : work];
    if (isPacked) unpack(file, input);
    mkdirSync(outcome, { recursive: true });
    const job = readJson<JobFile>(isPacked ? join(input, names.job) : file);
    refuseOtherCode(job);
    const root = isPacked ? join(input, names.files) : (job.root ?? '/');
    await buildJob(job, root, isPacked ? join(input, names.bases) : job.basesDir, outcome);
    if (isPacked) packFolder(made, outcome);
  } catch (error) {
    remove();
    if (isPacked) rmSync(made, { force: true });
    throw error;
  } finally {
    cancel();
    if (isPacked) remove();
  }
}

async function buildJob(
  job: JobFile,
  root: string,
  basesDir: string | undefined,
  outcome: string,
): Promise<void> {
  const location = {
    contentDir: join(root, job.content),
    contentName: job.contentName,
    publicDir: join(root, job.public),
  };
  const site = join(outcome, names.site);
  const settings = countySettings(location, site, job.id, job.today);
  const built = await buildOrRepeat(
    { ...settings, ...(basesDir !== undefined && { basesDir }) },
    { history: job.history },
  );
  const result: MadeFile = {
    done: built.done,
    findings: built.diagnostics.map(formatDiagnostic),
    files: built.done ? listOutput(site) : [],
  };
  writeFileSync(join(outcome, names.made), JSON.stringify(result));
  if (built.done) await (await noteForOthers(settings))?.save();
}

/** Other code would make other bytes. */
function refuseOtherCode({ code }: JobFile): void {
  if (code === machineHash()) return;
  throw new Error(
    `${hostname()} 上的程序和派活的机器不一样，没有用它。请在两边 git checkout 同一个提交，再 npm ci。`,
  );
}
