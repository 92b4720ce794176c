/** The built site: served, with its addresses, its files, and one address per page type. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Served, serveFolder } from '../../scripts/serve/server.ts';
import { projectDir } from '../../src/settings.ts';

/** The site that `npm test` has built. */
export const siteDir: string = join(projectDir, 'dist');

/** Serves a built site at `base` on a free port. */
export function serveSite(dir: string = siteDir, base = '/'): Promise<Served> {
  return serveFolder({ dir, base, port: 0 });
}

/** Paths of all addresses in the sitemap of a built site, from the root of the host. */
export function allAddresses(dir: string = siteDir): string[] {
  const index = readFileSync(join(dir, 'sitemap-index.xml'), 'utf8');
  return locations(index).flatMap((list) => {
    const name = list.slice(list.lastIndexOf('/') + 1);
    return locations(readFileSync(join(dir, name), 'utf8')).map((url) => new URL(url).pathname);
  });
}

function locations(xml: string): string[] {
  return Array.from(xml.matchAll(/<loc>([^<]+)<\/loc>/g), (match) => match[1] ?? '');
}

/** All files of a built site with an ending, relative to its root. An article for the official account is no page of the site. */
export function filesOf(ending: string, dir: string = siteDir): string[] {
  return readdirSync(dir, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && !/(?:^|\/)share\/.*\/article\.html$/.test(file))
    .sort();
}

const pageTypes: Record<string, RegExp> = {
  'the home page': /^\/$/,
  'the list of policies': /^\/policies\/$/,
  'the policies of a status': /^\/policies\/status\/ended\/$/,
  'a policy': /^\/policies\/di-bao\/$/,
  'an ended policy': /^\/policies\/xiao-e-xin-dai\/$/,
  'the list of stories': /^\/stories\/$/,
  'a story': /^\/stories\/[^/]+\/$/,
  'the calendar of notices': /^\/notices\/$/,
  'a notice': /^\/notices\/[^/]+\/$/,
  'a guide': /^\/about\/$/,
  'the actions': /^\/actions\/$/,
  'an action': /^\/actions\/[^/]+\/$/,
  'the audiences': /^\/audiences\/$/,
  'an audience': /^\/audiences\/[^/]+\/$/,
  'the places': /^\/places\/$/,
  'a place': /^\/places\/[^/]+\/$/,
  'whom to ring': /^\/contacts\/$/,
  'the glossary': /^\/glossary\/$/,
  'the finder': /^\/finder\/$/,
  'what is new': /^\/digest\/$/,
  'the toolkit': /^\/toolkit\/$/,
  'a sheet for the doorstep': /^\/toolkit\/[^/]+\/$/,
  'the page that saves the site to the phone': /^\/offline\/$/,
  'the search': /^\/search\/$/,
  'what helps those who see or hear little': /^\/accessibility\/$/,
};

/** One address per page type with a description, including the two fallback pages. */
export function onePageOfEachType(): [what: string, address: string][] {
  const all = allAddresses();
  const found = Object.entries(pageTypes).map(([what, pattern]): [string, string] => {
    const address = all.find((each) => pattern.test(each));
    if (address === undefined) throw new Error(`The sitemap has no address of ${what}.`);
    return [what, address];
  });
  return [
    ...found,
    ['the page for a wrong address', '/404.html'],
    ['the page for what is not on the phone', '/offline/missing/'],
  ];
}
