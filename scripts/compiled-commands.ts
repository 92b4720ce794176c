/**
 * Finds the compiled code of the commands (compile-commands.ts): some files instead of the hundreds of modules that a command imports,
 * whose loading was a third of the processor time of `check`. It is used only while every source has the size and the times that
 * it had when it was compiled: changed sources run as they are, until a build compiles them.
 */
import { hash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectDir } from '../src/settings.ts';

/** Files of `scripts` that processes start with, without `.ts`: the command line and the workers. */
export const ENTRIES = ['command-line', 'background-tasks', 'render-pages', 'province/front-worker'] as const;

/** Compiled code and what it was compiled from. */
export interface CompiledCommands {
  /** The folder of the code. */
  folder: string;
  /** The project's folder, which the code contains: of a project that was moved nothing is used. */
  root: string;
  /** The version of Node, for which packages may have code of their own. */
  node: string;
  /** Each source, relative to `root`, with its fingerprint. */
  sources: [path: string, fingerprint: string][];
  /** Each file of the code, by name, with its SHA-256: after a power cut a file may be empty. */
  files: [name: string, digest: string][];
}

/** The file that names the newest compiled code, in the folder of a project. */
export const listOf = (root: string): string => join(root, '.mingbai', 'commands', 'list.json');

/** Size and times of a file: a change of its content changes at least the time of its status. */
export function fingerprintOf(path: string): string {
  const { size, mtimeMs, ctimeMs } = statSync(path);
  return `${size} ${mtimeMs} ${ctimeMs}`;
}

/** The SHA-256 of a file, in hexadecimal digits. */
export function digestOf(path: string): string {
  return hash('sha256', readFileSync(path));
}

/** The folder of the code that was compiled from the present sources of the project in `root`; undefined if there is none. */
export function findCompiled(root: string = projectDir): string | undefined {
  try {
    const list = JSON.parse(readFileSync(listOf(root), 'utf8')) as CompiledCommands;
    const isCurrent =
      list.root === root &&
      list.node === process.version &&
      list.sources.every(([path, fingerprint]) => fingerprintOf(join(root, path)) === fingerprint) &&
      list.files.every(([name, digest]) => digestOf(join(list.folder, name)) === digest);
    return isCurrent ? list.folder : undefined;
  } catch {
    return undefined;
  }
}

let found: { folder: string | undefined } | undefined;

/** The address of the compiled file for the file at `url`, which may be one of ENTRIES; `url` itself if there is none. */
export function compiledUrl(url: string): string {
  const entry = ENTRIES.find((each) => url === pathToFileURL(join(projectDir, 'scripts', `${each}.ts`)).href);
  if (entry === undefined) return url;
  found ??= { folder: findCompiled() };
  return found.folder === undefined ? url : pathToFileURL(join(found.folder, `${entry}.mjs`)).href;
}
