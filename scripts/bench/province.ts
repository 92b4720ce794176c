/**
 * Measures the sites of a province on one machine, with GNU parallel as an operator runs it: all from nothing, after one change in the base, after one
 * change in a county, and without a change. The program was just installed: no county's page code is compiled.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostEnvironment, installHost } from './fresh-host.ts';
import { GENERATED_DAY } from './generate-content.ts';
import { changeText, makeProvince } from './made-province.ts';
import { type Cost, runMeasured } from './measured-run.ts';
import type { Figures } from './table.ts';

/** Documents of a county. */
export const COUNTY_DOCUMENTS = 200;

export interface ProvinceFigures extends Figures {
  counties: number;
  what: string;
  seconds: number;
  processorSeconds: number;
  /** To all from nothing. */
  timesNothing: number;
  timesNothingProcessor: number;
  peakMemoryMb: number;
  /** On the disk, a file with several names once: the sites, and sites and cache together. */
  sitesMb: number;
  storeMb: number;
}

/** Measures a province of `counties` counties. */
export async function measureProvince(counties: number): Promise<ProvinceFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const province = makeProvince(folder, counties, COUNTY_DOCUMENTS);
    const program = installHost(join(folder, 'program'));
    const cache = join(folder, 'cache');
    mkdirSync(cache);
    const rows: ProvinceFigures[] = [];
    let nothing: Cost | undefined;
    const build = async (what: string) => {
      const cost = await buildProvinceOn(program, province.file, { MINGBAI_CACHE: cache });
      nothing ??= cost;
      process.stderr.write(`  ${what}: ${cost.seconds.toFixed(0)} s\n`);
      rows.push({
        counties,
        what,
        ...cost,
        timesNothing: cost.seconds / nothing.seconds,
        timesNothingProcessor: cost.processorSeconds / nothing.processorSeconds,
        sitesMb: diskMb(province.out),
        storeMb: diskMb(province.out, cache),
      });
    };
    await build('all from nothing');
    changeText(province.basePolicy, 1);
    await build('one change in the base');
    changeText(province.ownPolicy(0), 1);
    await build('one change in a county');
    await build('no change');
    return rows;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Builds the province of `file` with the program in the folder `program`. */
export function buildProvinceOn(program: string, file: string, env: Record<string, string>): Promise<Cost> {
  const args = [join(program, 'scripts', 'mingbai.ts'), 'province', 'build', file, '--today', GENERATED_DAY];
  return runMeasured(process.execPath, args, { cwd: program, env: { ...hostEnvironment(program), ...env } });
}

/** Megabytes on the disk of the files below folders, each file once. */
function diskMb(...folders: string[]): number {
  const { stdout } = spawnSync('du', ['-skc', ...folders], { encoding: 'utf8' });
  return Number(/^(\d+)\s+total$/m.exec(stdout)?.[1] ?? 0) / 1024;
}
