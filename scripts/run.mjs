#!/usr/bin/env node
/**
 * The first step of every npm script. It is plain JavaScript for Node 20, because it runs before
 * anything is installed: it installs what package-lock.json names when that is missing or out of
 * date, then hands the command to scripts/mingbai.ts on the Node that came with the packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
// npm empties node_modules on every `npm ci`, so a stamp in it is as fresh as the packages are.
const stamp = join(modules, '.mingbai-installed');
const lock = join(root, 'package-lock.json');
const lockDigest = createHash('sha256').update(readFileSync(lock)).digest('hex');

/** Whether the installed packages are those of the present lock file, by us or by an `npm ci` of somebody's own. */
function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockDigest;
  const installed = join(modules, '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs the packages; ends the process with npm's own words when that fails. */
function install() {
  process.stderr.write('正在安装所需的软件包（只有第一次需要，约一分钟）… Installing packages…\n');
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (npm.status !== 0) {
    process.stderr.write(
      '软件包没有装上。请检查网络后再试一次。 Could not install the packages: see the lines above.\n',
    );
    process.exit(1);
  }
  writeFileSync(stamp, lockDigest);
}

if (!isInstalled()) install();

/**
 * How V8 is to work for our commands and the processes that they fork, which live some seconds and are several at once. New
 * objects in 8 MB, not in 16: memory that was never touched has to be handed out by the system first, and with it a build
 * took a fifth longer and a third more memory. In all 8 from the beginning: growing to them, V8 copies all that lives several
 * times, and the index of a small county took half as long again. One thread beside the main one, not four: a twentieth.
 */
const FLAGS = ['--max-semi-space-size=8', '--min-semi-space-size=8', '--v8-pool-size=1'];

/** Where the command was typed: npm runs a script in the project's folder, whichever folder below it that was. */
const typedIn =
  (process.env.npm_lifecycle_script ?? '').startsWith('node scripts/run.mjs') && process.env.INIT_CWD;

const node = join(modules, 'node', 'bin', 'node');
const run = spawn(
  existsSync(node) ? node : process.execPath,
  [...FLAGS, join(root, 'scripts', 'mingbai.ts'), ...process.argv.slice(2)],
  // Node keeps the code that it compiled: to be told before the first file is loaded (scripts/compile-cache.ts).
  {
    stdio: 'inherit',
    cwd: typedIn && existsSync(typedIn) ? typedIn : undefined,
    env: { NODE_COMPILE_CACHE: join(root, '.mingbai', 'compiled'), ...process.env },
  },
);
// Who ends this process means the command: it clears away what it was writing and says so.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => run.kill(signal));
run.on('error', (error) => {
  process.stderr.write(`Node 起不来：${error.message}。请删掉 node_modules，再来一次。\n`);
  process.exitCode = 1;
});
run.on('exit', (code, signal) => {
  if (signal === null) {
    process.exitCode = code ?? 1;
    return;
  }
  // Ended as the command was: npm is silent then.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
