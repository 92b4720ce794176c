/** Where the browsers of the tests are. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome'];

/** The system's Chromium: CHROMIUM_PATH, or the first of its names on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [process.env.CHROMIUM_PATH ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
}

/** Chromium 80, unpacked by `npm test`. */
export const oldChromiumPath: string = join(projectDir, '.mingbai', 'old-chromium', 'chromium');
