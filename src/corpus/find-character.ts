/** Where in a content folder a character stands: in a document itself, or in a record or site.yml that it takes words from. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { findContentFiles } from './content-files.ts';

/** A place in a file, as an editor would name it; line and column from 1. */
export interface CharacterPlace {
  file: string;
  line: number;
  column: number;
}

/** The first place of a character, looked for in the document's own file first. */
export function findCharacter(
  folder: { contentDir: string; contentName: string },
  { collection, slug }: { collection: DocumentCollection; slug: string },
  character: string,
): CharacterPlace {
  const contentDir = resolve(folder.contentDir);
  const { files } = findContentFiles(contentDir, folder.contentName);
  const own = files.filter((file) => file.collection === collection && file.slug === slug);
  const site = { path: join(contentDir, 'site.yml'), file: `${folder.contentName}/site.yml` };
  for (const { path, file } of [...own, ...files, site]) {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const line = lines.findIndex((text) => text.includes(character));
    const column = [...(lines[line]?.split(character)[0] ?? '')].length + 1;
    if (line >= 0) return { file, line: line + 1, column };
  }
  return { file: own[0]?.file ?? `${folder.contentName}/${collection}/${slug}.mdx`, line: 1, column: 1 };
}
