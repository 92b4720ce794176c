/** Finds the files of the folder public that documents show as photographs. */
import { realpathSync } from 'node:fs';
import { extname, join } from 'node:path';
import { linksToPhotographs, picturesOf } from '../documents/photograph.ts';
import { allDocuments } from '../documents/redirects.ts';
import type { Site } from '../documents/site.ts';

export interface Original {
  /** As documents write it, `/images/lu.jpg`. */
  addresses: string[];
  /** From the folder public, `images/lu.jpg`. */
  path: string;
  /** Absolute path. */
  file: string;
  format: 'jpg' | 'png' | 'webp';
  /** Whether a document links to the original itself. */
  isLinked: boolean;
}

const formats: Readonly<Record<string, Original['format']>> = {
  '.jpg': 'jpg',
  '.jpeg': 'jpg',
  '.png': 'png',
  '.webp': 'webp',
};

/**
 * The photographs that the documents of a site show, each once, sorted by path; missing files and other formats are left out. Of several folders
 * the first that has a file counts.
 */
export function findOriginals(site: Site, publicDirs: readonly string[]): Original[] {
  const documents = allDocuments(site);
  const shown = new Set(documents.flatMap(picturesOf));
  const linked = new Set(shown.size === 0 ? [] : documents.flatMap(linksToPhotographs).map(pathOf));
  const found = new Map<string, Original>();
  for (const address of shown) {
    const path = pathOf(address);
    const format = formats[extname(path).toLowerCase()];
    const file = format && firstDefined(publicDirs, (folder) => fileInside(folder, path));
    if (file === undefined || format === undefined) continue;
    const addresses = [...(found.get(path)?.addresses ?? []), address];
    found.set(path, { addresses, path, file, format, isLinked: linked.has(path) });
  }
  return Array.from(found.values()).sort((a, b) => (a.path < b.path ? -1 : 1));
}

/** The path of an address from the folder public; empty if it cannot be decoded. */
function pathOf(address: string): string {
  try {
    return decodeURI(address.replace(/[?#].*$/, '')).replace(/^\/+/, '');
  } catch {
    return '';
  }
}

function firstDefined<T>(folders: readonly string[], find: (folder: string) => T | undefined): T | undefined {
  for (const folder of folders) {
    const found = find(folder);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** The absolute path of a file in a folder; undefined if it is missing, or if a link or `..` leads out of the folder. */
function fileInside(folder: string, path: string): string | undefined {
  try {
    const top = realpathSync(folder);
    const file = realpathSync(join(top, path));
    return file === `${top}/${path}` ? file : undefined;
  } catch {
    return undefined;
  }
}
