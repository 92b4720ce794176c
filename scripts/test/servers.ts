/**
 * Makes sure of the servers that the tests publish to: Debian's nginx and Caddy with our ready configurations, and sshd.
 * Installed by apt where that may be. Elsewhere the tests of a server that is not there are skipped, and this step says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { type Count, ONE_PASSED } from './run-tool.ts';

const SERVERS = [
  { command: 'nginx', packages: ['nginx-light'] },
  { command: 'caddy', packages: ['caddy'] },
  // Wants to be called by its whole name.
  { command: '/usr/sbin/sshd', packages: ['openssh-server', 'openssh-client'] },
];

/** Finds or installs all; never fails, because a site is published without any of them. */
export function ensureServers(): Count {
  if (missing().length > 0 && canInstall()) install();
  for (const { command, packages } of missing()) {
    process.stdout.write(
      `${command} is not here: its tests are skipped (apt-get install ${packages.join(' ')})\n`,
    );
  }
  return ONE_PASSED;
}

function missing() {
  return SERVERS.filter(({ command }) => isMissing(command));
}

/** `version` is a command of Caddy and an error to nginx: that it could be started is all that counts. */
function isMissing(command: string): boolean {
  if (command.startsWith('/')) return !existsSync(command);
  return spawnSync(command, ['version'], { stdio: 'ignore' }).error !== undefined;
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && !isMissing('apt-get');
}

function install(): void {
  const packages = missing().flatMap((server) => server.packages);
  process.stdout.write(`Installing ${packages.join(', ')}…\n`);
  // In run level 1 Debian's packages do not start what they install: the tests need the program, not the service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const quiet = { env, stdio: ['ignore', 'ignore', 'inherit'] as ['ignore', 'ignore', 'inherit'] };
  spawnSync('apt-get', ['update', '-qq'], quiet);
  spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}
