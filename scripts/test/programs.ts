/**
 * Makes sure of the programs that the tests try the site in: Firefox and WebKit; the servers that it is published to,
 * Debian's nginx and Caddy with our ready configurations, and sshd; what writes, checks and shows a book for Kiwix. Installed by apt where that may
 * be. Elsewhere the tests of a program that is not there are skipped, and this step says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Count, ONE_PASSED } from './run-tool.ts';

const PROGRAMS = [
  { command: 'firefox-esr', packages: ['firefox-esr'] },
  { command: 'WebKitWebDriver', packages: ['webkit2gtk-driver'] },
  // A display for WebKit, which cannot do without.
  { command: 'xvfb-run', packages: ['xvfb', 'xauth'] },
  { command: 'nginx', packages: ['nginx-light'] },
  { command: 'caddy', packages: ['caddy'] },
  // Wants to be called by its whole name.
  { command: '/usr/sbin/sshd', packages: ['openssh-server', 'openssh-client'] },
  { command: 'zimwriterfs', packages: ['zim-tools'] },
  { command: 'kiwix-serve', packages: ['kiwix-tools'] },
];

/** Finds or installs all; never fails, because a site is built and published without any of them. */
export function ensurePrograms(): Count {
  if (missing().length > 0 && canInstall()) install();
  for (const { command, packages } of missing()) {
    process.stdout.write(
      `${command} is not here: its tests are skipped (apt-get install ${packages.join(' ')})\n`,
    );
  }
  return ONE_PASSED;
}

function missing() {
  return PROGRAMS.filter(({ command }) => isMissing(command));
}

/** nginx knows no such option: that a program could be started is all that counts. */
function isMissing(command: string): boolean {
  if (command.startsWith('/')) return !existsSync(command);
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error !== undefined;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && !isMissing('apt-get');
}

function install(): void {
  const packages = missing().flatMap((program) => program.packages);
  process.stdout.write(`Installing ${packages.join(', ')}…\n`);
  // In run level 1 Debian's packages do not start what they install: the tests need the program, not the service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}
