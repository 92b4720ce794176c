/**
 * Makes docs/pictures/desk.png, the sheet with a picture of each step of an editor's day: the browser test walks the day and takes the
 * pictures. Run this file on the Node of the packages.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { projectDir } from '../../src/settings.ts';

const SHEET = join(projectDir, 'docs', 'pictures', 'desk.png');
const COLUMNS = 2;
/** Of one step on the sheet; the browser's window is 1366 by 768. */
const STEP = { width: 500, height: 281 };
const GAP_PX = 14;
const BACKGROUND = '#8c8780';

/** Writes the pictures of the steps into `folder`; throws if the day does not succeed. */
function walkDay(folder: string): void {
  const args = ['run', '--config', 'tests/vitest.config.ts', 'tests/authoring/desk-day.test.ts'];
  const vitest = join(projectDir, 'node_modules', 'vitest', 'vitest.mjs');
  const { status } = spawnSync(process.execPath, [vitest, ...args], {
    cwd: projectDir,
    stdio: 'inherit',
    env: { ...process.env, DESK_PICTURES: folder },
  });
  if (status !== 0) throw new Error('The day was not walked to its end.');
}

/** Puts the steps on one sheet, in their order, row by row. */
async function makeSheet(folder: string): Promise<void> {
  const names = readdirSync(folder).sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
  const steps = await Promise.all(
    names.map(async (name, index) => ({
      input: await sharp(join(folder, name))
        .resize({ ...STEP, fit: 'inside' })
        .toBuffer(),
      left: GAP_PX + (index % COLUMNS) * (STEP.width + GAP_PX),
      top: GAP_PX + Math.floor(index / COLUMNS) * (STEP.height + GAP_PX),
    })),
  );
  const rows = Math.ceil(names.length / COLUMNS);
  const size = {
    width: GAP_PX + COLUMNS * (STEP.width + GAP_PX),
    height: GAP_PX + rows * (STEP.height + GAP_PX),
  };
  await sharp({ create: { ...size, channels: 3, background: BACKGROUND } })
    .composite(steps)
    .png({ palette: true, colours: 16, effort: 10 })
    .toFile(SHEET);
}

const folder = mkdtempSync(join(tmpdir(), 'mingbai-desk-day-'));
try {
  walkDay(folder);
  await makeSheet(folder);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
