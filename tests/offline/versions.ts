/** Later versions of the built site, made by editing files: a changed word on one page, or other styles on all. */
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listFilesRecursive } from '../../src/cache/list-files.ts';
import { writeOfflineList } from '../../src/offline/index.ts';
import { temporaryFolder } from '../build/content-folder.ts';
import { filesOf, siteDir } from '../support/built-site.ts';

export interface Change {
  /** Date of the build. */
  day: string;
  /** Edits of files, by path. */
  files?: Record<string, (text: string) => string>;
  /** Added to each page and to the stylesheet, whose name changes. */
  mark?: string;
}

/** Writes a changed copy of the built site to a new folder; the caller removes it. */
export async function makeVersion({ day, files = {}, mark }: Change): Promise<string> {
  const dir = join(temporaryFolder(), 'site');
  cpSync(siteDir, dir, { recursive: true });
  const edit = (file: string, change: (text: string) => string) =>
    writeFileSync(join(dir, file), change(readFileSync(join(dir, file), 'utf8')));
  for (const [file, change] of Object.entries(files)) edit(file, change);
  if (mark) markStyle(dir, mark, edit);
  for (const file of filesOf('.html', dir)) {
    edit(file, (html) => html.replace(/ data-built="[^"]*"/, ` data-built="${day}"`));
  }
  for (const file of readdirSync(join(dir, 'offline'))) {
    if (/\.(?:json|txt|bin)$/.test(file)) rmSync(join(dir, 'offline', file));
  }
  await writeOfflineList(dir, { files: listFilesRecursive(dir), day, cacheDir: join(dir, '..', 'cache') });
  return dir;
}

function markStyle(
  dir: string,
  mark: string,
  edit: (file: string, change: (text: string) => string) => void,
) {
  const [style = ''] = filesOf('.css', dir);
  const marked = style.replace(/\.[\w-]+\.css$/, `.${mark.padEnd(8, '0')}.css`);
  edit(style, (css) => `${css}\nhtml{--mark:${mark}}`);
  renameSync(join(dir, style), join(dir, marked));
  for (const file of filesOf('.html', dir)) {
    edit(file, (html) => html.replace(style, marked).replace('<html ', `<html data-mark="${mark}" `));
  }
}
