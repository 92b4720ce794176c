/** Finds the positions of characters in a content folder: in a document, or in a record or site.yml that it quotes. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { DocumentCollection } from '../schema/collection-name.ts';
import { findContentFiles } from './content-files.ts';

/** A character and its position; file as named to editors, line and column from 1. */
export interface CharacterPosition {
  character: string;
  file: string;
  line: number;
  column: number;
}

/** A document and the characters to find. */
export interface WantedCharacters {
  document: { collection: DocumentCollection; slug: string };
  characters: readonly string[];
}

/** The first position of each character: in the document's own file; otherwise, once for all documents, in another file. */
export function findCharacters(
  { contentDir, contentName }: { contentDir: string; contentName: string },
  wanted: readonly WantedCharacters[],
): CharacterPosition[] {
  if (wanted.length === 0) return [];
  const folder = resolve(contentDir);
  const { files } = findContentFiles(folder, contentName);
  const site = { path: join(folder, 'site.yml'), file: `${contentName}/site.yml` };
  const elsewhere = new Set<string>();
  return wanted.flatMap(({ document, characters }) => {
    const own = files.filter(
      ({ collection, slug }) => collection === document.collection && slug === document.slug,
    );
    return characters.flatMap((character) => {
      const place = firstPosition(own, character);
      if (place) return [place];
      if (elsewhere.has(character)) return [];
      elsewhere.add(character);
      const inNoFile = { character, file: own[0]?.file ?? contentName, line: 1, column: 1 };
      return [firstPosition([site, ...files], character) ?? inNoFile];
    });
  });
}

function firstPosition(
  files: readonly { path: string; file: string }[],
  character: string,
): CharacterPosition | undefined {
  for (const { path, file } of files) {
    const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
    const line = lines.findIndex((text) => text.includes(character));
    const column = [...(lines[line]?.split(character)[0] ?? '')].length + 1;
    if (line >= 0) return { character, file, line: line + 1, column };
  }
  return undefined;
}
