/**
 * Installs the browsers that the tests need: the system's Chromium, by apt if possible, and Chromium 80 and 92, compressed in npm
 * packages.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { projectDir } from '../../src/settings.ts';
import { writeFileAtomic } from '../../src/write-file-atomic.ts';
import { findChromium, type OldChromiumVersion, oldChromiumPath } from '../browser-paths.ts';
import { type Count, ONE_FAILED, ONE_PASSED } from './run-tool.ts';

/** Debian packages: the browser, a library of Chromium 80, and a Chinese font. */
const PACKAGES = ['chromium', 'libnss3', 'fonts-noto-cjk'];

/** Finds or installs a Chromium; otherwise prints instructions. */
export function ensureChromium(): Count {
  if (!isReady() && canInstall()) install();
  if (isReady()) return ONE_PASSED;
  process.stdout.write(`Install a browser and run this again: sudo apt-get install ${PACKAGES.join(' ')}\n`);
  return ONE_FAILED;
}

function isReady(): boolean {
  return findChromium() !== undefined && hasDebianPackages();
}

/** On other systems the rest is assumed to be installed with Chromium. */
function hasDebianPackages(): boolean {
  const { error, status } = spawnSync('dpkg', ['-s', 'libnss3', 'fonts-noto-cjk'], { stdio: 'ignore' });
  return error !== undefined || status === 0;
}

function canInstall(): boolean {
  return (
    process.getuid?.() === 0 && spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).error === undefined
  );
}

function install(): void {
  process.stdout.write(`Installing ${PACKAGES.join(', ')}…\n`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], quiet);
}

/** Installs and unpacks Chromium 80 and 92, and installs the driver of new browsers. */
export function ensureOldChromiums(): Count {
  const isDone =
    unpack(80, 'old-chromium') &&
    unpack(92, 'chromium-92') &&
    isInstalled('puppeteer', join('puppeteer-core', 'package.json'));
  return isDone ? ONE_PASSED : ONE_FAILED;
}

/** Whether a folder below `tests` has a file in its packages, which are installed if necessary. */
function isInstalled(folder: string, file: string): boolean {
  const cwd = join(projectDir, 'tests', folder);
  if (existsSync(join(cwd, 'node_modules', file))) return true;
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd,
    stdio: ['ignore', 'ignore', 'inherit'],
    // The drivers of old browsers would download their own browsers.
    env: { ...process.env, PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1' },
  });
  return status === 0;
}

function unpack(version: OldChromiumVersion, folder: string): boolean {
  const file = join('chrome-aws-lambda', 'bin', 'chromium.br');
  if (!isInstalled(folder, file)) return false;
  const path = oldChromiumPath(version);
  if (existsSync(path)) return true;
  const compressed = readFileSync(join(projectDir, 'tests', folder, 'node_modules', file));
  const program = brotliDecompressSync(compressed);
  writeFileAtomic(path, (tempPath) => writeFileSync(tempPath, program, { mode: 0o755 }));
  return true;
}
