/**
 * The folder in which a command was typed: relative paths of an editor start there. It is read when the first module is loaded,
 * before the process changes to the project's folder.
 */
import { resolve } from 'node:path';
import { projectDir } from '../src/settings.ts';

export const editorDir: string = currentFolder();

/** A path of the editor as an absolute path. */
export function fromEditor(path: string): string {
  return resolve(editorDir, path);
}

/** The project's folder if the current one was removed. */
function currentFolder(): string {
  try {
    return process.cwd();
  } catch {
    return projectDir;
  }
}
