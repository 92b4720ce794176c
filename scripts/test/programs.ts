/**
 * Installs programs that tests use, if apt allows it: a faster Chromium, Firefox and WebKit; nginx and Caddy, for our configurations;
 * sshd, GNU parallel and rsync; tools that write, check and serve Kiwix books; ffmpeg and espeak-ng. Without a program its tests are skipped, and this step reports it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { CHROMIUM_SHELL } from '../browser-paths.ts';
import { type Count, ONE_PASSED } from './run-tool.ts';

interface Program {
  command: string;
  packages: string[];
  /** The consequence of its absence, if not that its tests are skipped. */
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
  // WebKit needs a display.
  { command: 'xvfb-run', packages: ['xvfb', 'xauth'] },
  { command: 'nginx', packages: ['nginx-light'] },
  { command: 'caddy', packages: ['caddy'] },
  // sshd must be called by its absolute path.
  { command: '/usr/sbin/sshd', packages: ['openssh-server', 'openssh-client'] },
  // A province on several hosts.
  { command: 'parallel', packages: ['parallel'] },
  { command: 'rsync', packages: ['rsync'] },
  { command: 'zimwriterfs', packages: ['zim-tools'] },
  { command: 'kiwix-serve', packages: ['kiwix-tools'] },
  // Recordings, and a machine's voice.
  { command: 'ffmpeg', packages: ['ffmpeg'] },
  { command: 'espeak-ng', packages: ['espeak-ng'] },
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

/** nginx does not have the option: it is enough that the program starts. */
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
  // apt installs nothing if it does not know one of the packages.
  for (const program of missing()) installPackages([program]);
}

function installPackages(programs: readonly Program[]): void {
  apt('install', '-y', '--no-install-recommends', ...packagesOf(programs));
}

function packagesOf(programs: readonly Program[]): string[] {
  return programs.flatMap(({ packages }) => packages);
}

function apt(...command: string[]): void {
  // In run level 1 Debian's packages do not start services: the tests need only the programs.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  spawnSync('apt-get', ['-qq', ...command], { env, stdio: ['ignore', 'ignore', 'inherit'] });
}
