/** Paths of the browsers that commands and tests use. */
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { projectDir } from '../src/settings.ts';

/** The system's Chromium: CHROMIUM_PATH, or the first of its names on the PATH; undefined if there is none. */
export function findChromium(): string | undefined {
  return find(process.env.CHROMIUM_PATH, ['chromium', 'chromium-browser', 'google-chrome']);
}

/**
 * Debian's headless shell: the same engine, which opens a page in a new context in a third of the time. Undefined if there is none,
 * or if CHROMIUM_PATH names a browser.
 */
export function findChromiumShell(): string | undefined {
  return process.env.CHROMIUM_PATH ? undefined : find(undefined, [CHROMIUM_SHELL]);
}

/** Name of the program and of its Debian package. */
export const CHROMIUM_SHELL = 'chromium-headless-shell';

/** The system's Firefox: FIREFOX_PATH, or a name on the PATH. */
export function findFirefox(): string | undefined {
  return find(process.env.FIREFOX_PATH, ['firefox-esr', 'firefox']);
}

function find(told: string | undefined, names: readonly string[]): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const candidates = names.flatMap((name) => folders.map((folder) => join(folder, name)));
  return [told ?? '', ...candidates].find((path) => path !== '' && existsSync(path));
}

/** WebKitGTK's MiniBrowser, which is not on the PATH; undefined if there is none. */
export function findMiniBrowser(): string | undefined {
  const libraries = process.arch === 'arm64' ? 'aarch64-linux-gnu' : 'x86_64-linux-gnu';
  const path = `/usr/lib/${libraries}/webkit2gtk-4.1/MiniBrowser`;
  return existsSync(path) ? path : undefined;
}

/** Versions of Chromium on old phones that npm packages contain. */
export type OldChromiumVersion = 80 | 92;

/** An old Chromium, unpacked by `npm test`. */
export function oldChromiumPath(version: OldChromiumVersion): string {
  return join(projectDir, '.mingbai', version === 80 ? 'old-chromium' : `chromium-${version}`, 'chromium');
}
