/**
 * The folder in which a command was typed: paths that an editor gives are meant from there. Taken when the first file is
 * loaded, before the process goes to the project's own folder.
 */
import { resolve } from 'node:path';
import { projectDir } from '../src/settings.ts';

export const editorDir: string = currentFolder();

/** A path that an editor gave, as a whole one. */
export function fromEditor(path: string): string {
  return resolve(editorDir, path);
}

/** The project's folder where the one that we stand in was removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return projectDir;
  }
}
