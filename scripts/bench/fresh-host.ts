/** The program as on a host where it was just installed: another path, no cache, no compiled code. */
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

/** What the program consists of. Benches use what tests bring, so its commands compile only with both. */
const FILES = [
  'src',
  'scripts',
  'public',
  'tests',
  'astro.config.mjs',
  'package-lock.json',
  'package.json',
  'tailwind.config.mjs',
  'tsconfig.json',
];

/** Installs the program in the new folder `path`, with the packages of this project. */
export function installHost(path: string): string {
  mkdirSync(path, { recursive: true });
  const filter = (source: string) => basename(source) !== 'node_modules';
  for (const name of FILES) cpSync(join(projectDir, name), join(path, name), { recursive: true, filter });
  linkPackages(path);
  return path;
}

/** Links each package, not their folder: `npm ci` there would empty that of this project. The stamp of run.mjs says that it need not install. */
function linkPackages(path: string): void {
  const [own, linked] = [join(projectDir, 'node_modules'), join(path, 'node_modules')];
  mkdirSync(linked);
  for (const name of readdirSync(own))
    if (name === '.bin' || !name.startsWith('.')) symlinkSync(join(own, name), join(linked, name));
  const lock = readFileSync(join(path, 'package-lock.json'));
  writeFileSync(join(linked, '.mingbai-installed'), hash('sha256', lock));
}

/** The arguments of Node that build a site there, as `npx mingbai build` would. */
export function hostBuildArgs(host: string, args: readonly string[]): string[] {
  return [join(host, 'scripts', 'mingbai.ts'), 'build', '--out', join(host, 'dist'), ...args];
}

/** The environment of a command there. */
export function hostEnvironment(host: string): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(host, '.mingbai', 'compiled') };
}
