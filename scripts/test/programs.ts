/**
 * Makes sure of the programs that the tests try the site in: a quicker Chromium, Firefox and WebKit; the servers that it is
 * published to, Debian's nginx and Caddy with our ready configurations, and sshd; what writes, checks and shows a book for
 * Kiwix. Installed by apt where that may be. Elsewhere the tests of a program that is not there are skipped, and this step
 * says so.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CHROMIUM_SHELL } from '../../tests/browsers/paths.ts';
import { type Count, ONE_PASSED } from './run-tool.ts';

interface Program {
  command: string;
  packages: string[];
  /** What comes of it where it is missing, if not that its tests are skipped. */
  otherwise?: string;
}

const PROGRAMS: readonly Program[] = [
  {
    command: CHROMIUM_SHELL,
    packages: [CHROMIUM_SHELL],
    otherwise: 'the whole Chromium is used, which takes longer',
  },
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
  const programs = missing();
  if (programs.length > 0 && canInstall()) install(programs);
  for (const { command, packages, otherwise = 'its tests are skipped' } of missing()) {
    process.stdout.write(`${command} is not here: ${otherwise} (apt-get install ${packages.join(' ')})\n`);
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

function install(programs: readonly Program[]): void {
  process.stdout.write(`Installing ${packagesOf(programs).join(', ')}…\n`);
  apt('update');
  installPackages(programs);
  // Of a package that this Debian does not know none of them came.
  for (const program of missing()) installPackages([program]);
}

function installPackages(programs: readonly Program[]): void {
  apt('install', '-y', '--no-install-recommends', ...packagesOf(programs));
}

function packagesOf(programs: readonly Program[]): string[] {
  return programs.flatMap(({ packages }) => packages);
}

function apt(...command: string[]): void {
  // In run level 1 Debian's packages do not start what they install: the tests need the program, not the service.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', ['-qq', ...command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
