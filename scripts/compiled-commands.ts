/**
 * Finds the compiled code of the commands (compile-commands.ts): some files instead of the hundreds of modules that a command imports,
 * whose loading was a third of the processor time of `check`. It is used only while every source has the size and the times that
 * it had when it was compiled: changed sources run as they are, until a build compiles them.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { projectDir } from '../src/settings.ts';

/** Files of `scripts` that processes start with, without `.ts`: the command line and the workers. */
export const ENTRIES = ['command-line', 'background-tasks', 'render-pages', 'province/front-worker'] as const;

/** Size and times of a file or folder: a change of its content changes at least the time of its status. */
export type Fingerprint = [path: string, size: number, mtimeMs: number, ctimeMs: number];

/** Compiled code and what it was compiled from. Paths are relative to `root`. */
export interface CompiledCommands {
  /** The folder of the code. */
  folder: string;
  /** The project's folder, which the code contains: of a project that was moved nothing is used. */
  root: string;
  /** The version of Node, for which packages may have code of their own. */
  node: string;
  sources: Fingerprint[];
  /** The name and size of each file of the code; their bytes were on the disk before this list. */
  files: [name: string, size: number][];
  /** The hash of the code of the pages (src/cache/renderer-hash.ts), with all files and folders that it depends on. */
  pages: { hash: string; inputs: Fingerprint[] };
}

/** In compiled code its folder, set by compile-commands.ts; the sources have no such constant. */
declare const COMPILED_FOLDER: string | undefined;

/** The file that names the newest compiled code, in the folder of a project. */
export const listOf = (root: string): string => join(root, '.mingbai', 'commands', 'list.json');

/** The fingerprint of a path below `root`. Not by `path.join`, which takes longer than the system for a thousand paths. */
export function fingerprintOf(root: string, path: string): Fingerprint {
  const { size, mtimeMs, ctimeMs } = statSync(`${root}/${path}`);
  return [path, size, mtimeMs, ctimeMs];
}

function isUnchanged(root: string, [path, ...known]: Fingerprint): boolean {
  const [, ...present] = fingerprintOf(root, path);
  return known.every((value, at) => value === present[at]);
}

/** The list of the newest compiled code of the project in `root`, if it was compiled there and by this Node. */
function readList(root: string): CompiledCommands | undefined {
  try {
    const list = JSON.parse(readFileSync(listOf(root), 'utf8')) as CompiledCommands;
    return list.root === root && list.node === process.version ? list : undefined;
  } catch {
    return undefined;
  }
}

/** The folder of the code that was compiled from the present sources of the project in `root`; undefined if there is none. */
export function findCompiled(root: string = projectDir): string | undefined {
  const list = readList(root);
  try {
    const isCurrent =
      list?.sources.every((source) => isUnchanged(root, source)) &&
      list.files.every(([name, size]) => statSync(`${list.folder}/${name}`).size === size);
    return isCurrent ? list?.folder : undefined;
  } catch {
    return undefined;
  }
}

/** The hash of the code of the pages, if it was computed from the present files of the project in `root`. */
export function findPagesHash(root: string = projectDir): string | undefined {
  const list = readList(root);
  try {
    return list?.pages.inputs.every((input) => isUnchanged(root, input)) ? list.pages.hash : undefined;
  } catch {
    return undefined;
  }
}

/** The address of the compiled file for the file at `url`, which may be one of ENTRIES; `url` itself if there is none. */
export function compiledUrl(url: string): string {
  const entry = ENTRIES.find((each) => url === pathToFileURL(join(projectDir, 'scripts', `${each}.ts`)).href);
  if (entry === undefined) return url;
  // Compiled code starts workers of the same version, even if sources have changed since.
  const folder = typeof COMPILED_FOLDER === 'string' ? COMPILED_FOLDER : findCompiled();
  const compiled = folder && pathToFileURL(`${folder}/${entry}.mjs`).href;
  return compiled && existsSync(fileURLToPath(compiled)) ? compiled : url;
}
