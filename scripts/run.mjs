#!/usr/bin/env node
/**
 * The first step of every npm script. It is plain JavaScript for Node 20, because it runs before anything is installed: it installs the
 * packages of package-lock.json if they are missing or out of date, then runs the command in scripts/mingbai.ts with the Node of the
 * packages.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, 'node_modules');
// npm empties node_modules on every `npm ci`, and this file with it.
const stamp = join(modules, '.mingbai-installed');
const lock = join(root, 'package-lock.json');
const lockDigest = createHash('sha256').update(readFileSync(lock)).digest('hex');

/** Whether the installed packages are those of the lock file, installed here or by `npm ci`. */
function isInstalled() {
  if (existsSync(stamp)) return readFileSync(stamp, 'utf8') === lockDigest;
  const installed = join(modules, '.package-lock.json');
  return existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
}

/** Installs the packages; exits with npm's message on a failure. */
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
 * V8 flags for commands and worker processes, which run for seconds, several at once. Semi-spaces of 8 MB, not 16: a build
 * touched so much new memory that it took a fifth longer and a third more memory. 8 MB from the start: while the spaces grew,
 * V8 copied all live objects several times, and the index of a small county took half as long again. One helper thread, not
 * four: a twentieth of the time.
 */
const FLAGS = ['--max-semi-space-size=8', '--min-semi-space-size=8', '--v8-pool-size=1'];

/** The folder in which the command was typed: npm runs a script in the project's folder. */
const typedIn =
  (process.env.npm_lifecycle_script ?? '').startsWith('node scripts/run.mjs') && process.env.INIT_CWD;

const node = join(modules, 'node', 'bin', 'node');
const run = spawn(
  existsSync(node) ? node : process.execPath,
  [...FLAGS, join(root, 'scripts', 'mingbai.ts'), ...process.argv.slice(2)],
  // The compile cache must be set before the first module is loaded (scripts/compile-cache.ts).
  {
    stdio: 'inherit',
    cwd: typedIn && existsSync(typedIn) ? typedIn : undefined,
    env: { NODE_COMPILE_CACHE: join(root, '.mingbai', 'compiled'), ...process.env },
  },
);
// A signal is for the command: it removes its temporary files and prints a message.
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
  // Ends by the same signal: npm prints nothing then.
  process.removeAllListeners(signal);
  process.kill(process.pid, signal);
});
