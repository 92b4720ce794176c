/** Where the browsers of the tests are. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

/** The system's Chromium: CHROMIUM_PATH, or the first of its names on the PATH; undefined where there is none. */
export function findChromium(): string | undefined {
  return find(process.env.CHROMIUM_PATH, ['chromium', 'chromium-browser', 'google-chrome']);
}

/**
 * Debian's Chromium without its windows, tabs and profiles: the same engine, which opens a page for a new reader in a third of
 * the time. Undefined where there is none, or CHROMIUM_PATH says which browser it is to be.
 */
export function findChromiumShell(): string | undefined {
  return process.env.CHROMIUM_PATH ? undefined : find(undefined, [CHROMIUM_SHELL]);
}

/** What Debian calls it, the package as well. */
export const CHROMIUM_SHELL = 'chromium-headless-shell';

/** The system's Firefox, likewise: FIREFOX_PATH, or what Debian and others call it. */
export function findFirefox(): string | undefined {
  return find(process.env.FIREFOX_PATH, ['firefox-esr', 'firefox']);
}

function find(told: string | undefined, names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [told ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
}

/** The small browser of Debian's WebKit, which is not on the PATH; undefined where there is none. */
export function findMiniBrowser(): string | undefined {
  const libraries = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  const path = `/usr/lib/${libraries}/webkit2gtk-4.1/MiniBrowser`;
  return existsSync(path) ? path : undefined;
}

/** The versions of Chromium that old phones have, as far as npm packages carry them. */
export type OldChromiumVersion = 80 | 92;

/** An old Chromium, unpacked by `npm test`. */
export function oldChromiumPath(version: OldChromiumVersion): string {
  return join(projectDir, '.mingbai', version === 80 ? 'old-chromium' : `chromium-${version}`, 'chromium');
}
