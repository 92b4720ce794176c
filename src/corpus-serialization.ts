/**
 * Passes the content from the process that reads it to the others: everything but the bodies of documents on the first line, then a
 * line for each body, parsed on demand. Parsing all as one JSON took as long as the rest of a build of an unchanged site.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { bodyJson, openBody } from './documents/body-json.ts';
import type { Documents } from './documents/document.ts';
import { documentCollections } from './schema/collection-name.ts';
import type { SiteContent } from './to-astro-entries.ts';

const NEWLINE = 0x0a;

/** Writes the content to `path`, without the files of its bases, which only the process that reads it needs. Throws the system's error. */
export function writeContent(path: string, { baseFiles: _, ...content }: SiteContent): void {
  const bodies: string[] = [];
  const documents: Documents = { ...content.documents };
  for (const collection of documentCollections) {
    const bare = documents[collection].map(({ body, ...document }) => {
      bodies.push(bodyJson(body));
      return document;
    });
    Object.assign(documents, { [collection]: bare });
  }
  writeFileSync(path, [JSON.stringify({ ...content, documents }), ...bodies].join('\n'));
}

/** Reads a file of `writeContent`. Throws the system's error, or a JSON error if the file has other content. */
export function readContent(path: string): SiteContent {
  const bytes = readFileSync(path);
  let start = 0;
  const nextLine = (): string => {
    const end = bytes.indexOf(NEWLINE, start);
    const line = bytes.toString('utf8', start, end === -1 ? bytes.length : end);
    start = end === -1 ? bytes.length : end + 1;
    return line;
  };
  const content: SiteContent = { ...JSON.parse(nextLine()), baseFiles: new Map() };
  for (const collection of documentCollections) {
    for (const document of content.documents[collection]) document.body = openBody(nextLine());
  }
  return content;
}
