/** The program as on a host where it was just installed: another path, no cache, no compiled code. */
import { cpSync, mkdirSync, symlinkSync, utimesSync } from 'node:fs';
import { basename, join } from 'node:path';
import { projectDir } from '../../src/settings.ts';

/** What the program consists of. */
const FILES = [
  'src',
  'scripts',
  'public',
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
  symlinkSync(join(projectDir, 'node_modules'), join(path, 'node_modules'));
  // Newer than the packages it would have run.mjs install them.
  utimesSync(join(path, 'package-lock.json'), 0, 0);
  return path;
}

/** The arguments of Node that build a site there, as `npx mingbai build` would. */
export function hostBuildArgs(host: string, args: readonly string[]): string[] {
  return [join(host, 'scripts', 'mingbai.ts'), 'build', '--out', join(host, 'dist'), ...args];
}

/** The environment of a command there. */
export function hostEnvironment(host: string): Record<string, string> {
  return { NODE_COMPILE_CACHE: join(host, '.mingbai', 'compiled') };
}
