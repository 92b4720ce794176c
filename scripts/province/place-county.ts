/** Puts a county's finished site in the place of the last one: whole or not at all. */
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makeFolder } from '../../src/make-folder.ts';
import { listOutput, writeStamp } from '../../src/province/index.ts';
import { type MadeFile, names, readJson, unpack } from './job-file.ts';
import type { CountyInputs } from './make-plan.ts';
import { type Province, stampOf, workDirOf } from './read-province.ts';

/** What came back from a job. */
export type Outcome = { kind: 'placed' } | { kind: 'content'; findings: string[] } | { kind: 'damaged' };

/** Places the outcome of a job; `made` is the tar file, or the folder if it is not packed. */
export function placeCounty(
  province: Province,
  county: CountyInputs,
  made: string,
  isPacked: boolean,
): Outcome {
  const folder = isPacked ? `${made}.unpacked` : made;
  try {
    if (isPacked) {
      rmSync(folder, { recursive: true, force: true });
      unpack(made, folder);
      rmSync(made);
    }
    const { done, findings, files } = readJson<MadeFile>(join(folder, names.made));
    if (!done) return { kind: 'content', findings };
    const site = join(folder, names.site);
    const present = listOutput(site);
    if (JSON.stringify(present) !== JSON.stringify(files)) return { kind: 'damaged' };
    const { outDir } = county.settings;
    const last = lastPath(province, county.id);
    makeFolder(province.outDir);
    rmSync(last, { recursive: true, force: true });
    if (existsSync(outDir)) renameSync(outDir, last);
    renameSync(site, outDir);
    writeStamp(stampOf(province, county.id), county.digest, outDir, present);
    rmSync(last, { recursive: true, force: true });
    return { kind: 'placed' };
  } catch (error) {
    if (isOfDisk(error)) throw error;
    return { kind: 'damaged' };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A full or unwritable disk here is no damage: the next job would fail as well. */
function isOfDisk(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EACCES', 'EROFS', 'EPERM'].includes(
    (error as NodeJS.ErrnoException).code ?? '',
  );
}

/** Where a site is between two renames. */
const lastPath = (province: Province, id: string): string => join(workDirOf(province), 'last', id);

/** Puts back the sites that a killed process left between two renames. */
export function restoreLast(province: Province): void {
  const folder = join(workDirOf(province), 'last');
  makeFolder(folder);
  for (const id of readdirSync(folder)) {
    const outDir = join(province.outDir, id);
    if (existsSync(outDir)) rmSync(join(folder, id), { recursive: true });
    else renameSync(join(folder, id), outDir);
  }
}
