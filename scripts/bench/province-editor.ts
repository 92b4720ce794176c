/**
 * Measures what an editor of one county waits for, in a small and in a large province: `check` and `build` after one changed sentence, in turn, with
 * the caches of earlier runs.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectDir } from '../../src/settings.ts';
import { GENERATED_DAY } from './generate-content.ts';
import { changeText, makeProvince } from './made-province.ts';
import { runMeasured } from './measured-run.ts';
import { median } from './median.ts';
import { COUNTY_DOCUMENTS } from './province.ts';
import type { Figures } from './table.ts';

/** Medians. */
export interface ProvinceEditorFigures extends Figures {
  counties: number;
  checkSeconds: number;
  buildSeconds: number;
  /** To the small province. */
  checkTimesSmall: number;
  buildTimesSmall: number;
}

const SMALL = 10;
const RUNS = 7;

/** Measures a province of 10 counties and one of `counties`. */
export async function measureProvinceEditor(counties: number): Promise<ProvinceEditorFigures[]> {
  const folder = mkdtempSync(join(tmpdir(), 'mingbai-bench-'));
  try {
    const provinces = [SMALL, counties].map((count) => {
      const top = mkdtempSync(join(folder, 'province-'));
      return {
        count,
        top,
        made: makeProvince(top, count, COUNTY_DOCUMENTS),
        check: [] as number[],
        build: [] as number[],
      };
    });
    for (let run = 0; run <= RUNS; run += 1) {
      for (const { top, made, check, build } of provinces) {
        changeText(made.ownPolicy(0), run);
        const time = async (...args: string[]) => {
          const words = [join(projectDir, 'scripts', 'mingbai.ts'), ...args];
          const where = ['--content', made.contentOf(0), '--today', GENERATED_DAY];
          const env = { MINGBAI_CACHE: join(top, 'cache') };
          return (await runMeasured(process.execPath, [...words, ...where], { env })).seconds;
        };
        const seconds = [await time('check'), await time('build', '--out', join(top, 'site'))] as const;
        // The first fills the caches.
        if (run === 0) continue;
        check.push(seconds[0]);
        build.push(seconds[1]);
      }
    }
    const figures = provinces.map(
      ({ count, check, build }) => [count, median(check), median(build)] as const,
    );
    const [, smallCheck = 0, smallBuild = 0] = figures[0] ?? [];
    return figures.map(([count, checkSeconds, buildSeconds]) => ({
      counties: count,
      checkSeconds,
      buildSeconds,
      checkTimesSmall: checkSeconds / smallCheck,
      buildTimesSmall: buildSeconds / smallBuild,
    }));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
