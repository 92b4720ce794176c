/** Finds the content that a command works on: the folder that the editor names, or the present one. */
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isContent } from '../src/corpus/content-folder.ts';
import { isInside } from '../src/corpus/is-inside.ts';
import { projectDir } from '../src/settings.ts';
import { editorDir } from './editor-folder.ts';
import { UsageError } from './usage-error.ts';

export interface ContentLocation {
  contentDir: string;
  /** The same as an editor would name it. */
  contentName: string;
  publicDir: string;
  /** The default folder of the built site. */
  outTop: string;
}

export interface LocationOptions {
  /** The content folder given by the editor, and the one for photographs. */
  content?: string | undefined;
  public?: string | undefined;
  /** Whether the project's own content is a fallback. */
  isOptional?: boolean;
  /** The editor's present folder. */
  from?: string;
}

/** Throws UsageError if no folder is given and the current one neither has content nor is in the project. */
export function findContent({ from = editorDir, ...given }: LocationOptions): ContentLocation {
  const isInProject = isInside(from, projectDir);
  if (given.content !== undefined) {
    const contentDir = resolve(from, given.content);
    return {
      contentDir,
      contentName: given.content.replace(/(?<=.)[\\/]+$/, ''),
      publicDir: publicBeside(contentDir, given.public, from),
      outTop: isInProject ? projectDir : from,
    };
  }
  const top = findFolderUpward(from) ?? (isInProject || given.isOptional ? projectDir : undefined);
  if (top === undefined) {
    throw new UsageError(
      `这里没有内容（content 文件夹）：${from}。请先到放着 content 的文件夹里去，例如 cd mingbai，或者用 --content 指明。`,
    );
  }
  const contentDir = join(top, 'content');
  return {
    contentDir,
    contentName: 'content',
    publicDir: publicBeside(contentDir, given.public, from),
    outTop: top,
  };
}

/** The folder for photographs: next to the content, otherwise the project's own, which has the site's icon. */
function publicBeside(contentDir: string, given: string | undefined, from: string): string {
  if (given !== undefined) return resolve(from, given);
  if (process.env.MINGBAI_PUBLIC) return resolve(projectDir, process.env.MINGBAI_PUBLIC);
  const sibling = join(dirname(contentDir), 'public');
  return existsSync(sibling) ? sibling : join(projectDir, 'public');
}

/** The folder for new photographs: next to the content, even if it does not exist yet. */
export function publicForNew({ contentDir, publicDir }: { contentDir: string; publicDir: string }): string {
  const isOwn = isInside(contentDir, projectDir) || publicDir !== join(projectDir, 'public');
  return isOwn ? publicDir : join(dirname(contentDir), 'public');
}

/** The nearest folder with content, from `folder` upward. */
function findFolderUpward(folder: string): string | undefined {
  if (isContent(join(folder, 'content'))) return folder;
  return dirname(folder) === folder ? undefined : findFolderUpward(dirname(folder));
}
