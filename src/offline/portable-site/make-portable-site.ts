/**
 * Converts a built site to files that open by index.html without a server. It reads only the built files, so that the
 * content is the same.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cardPath } from '../../documents/card-path.ts';
import { bundlePortableScript } from './client-script.ts';
import { makeDataScripts } from './data-scripts.ts';
import { createLinks } from './links.ts';
import { readMe, withBomAndCrlf } from './read-me.ts';
import { findSheet, type PortablePage, rewritePage } from './rewrite-page.ts';
import { rewriteStyle } from './rewrite-style.ts';
import { listSiteFiles } from './site-files.ts';

export interface PortableSiteOptions {
  /** Name and full URL of the site. */
  name: string;
  url: string;
  /** Date of the build, `YYYY-MM-DD`. */
  today: string;
  /** Folder that scripts fetch from, relative to the site root: the search index. */
  fetched: string;
  /** The classic script that replaces the site's worker. */
  worker: string;
  /** Called after each page. */
  onPage?: () => void;
}

/** The files of the portable site, by path. */
export type PortableFiles = Map<string, Uint8Array>;

/** The portable site's own scripts: the polyfills and, in the same folder, the data shards. */
const SCRIPTS_FOLDER = 'assets/card';
const FIRST_SCRIPT = `${SCRIPTS_FOLDER}/card.js`;

/** The portable site of the site in `dir`; throws if two files would have the same path. */
export async function makePortableSite(dir: string, options: PortableSiteOptions): Promise<PortableFiles> {
  const { shown, fetched } = listSiteFiles(dir, options.fetched);
  const links = createLinks(new Set(shown), options.url);
  const read = (file: string) => readFileSync(join(dir, file));
  const asPage = (file: string, from = file): PortablePage =>
    rewritePage(read(file).toString('utf8'), { links, from, firstScript: FIRST_SCRIPT });

  const site: PortableFiles = new Map();
  const put = (path: string, content: string | Uint8Array) => {
    if (site.has(path)) throw new Error(`Two files of the card are called ${path}.`);
    site.set(path, typeof content === 'string' ? Buffer.from(content) : content);
  };
  const workers = new Set<string>();
  const handed = new Map(fetched.map((file) => [new URL(options.url).pathname + file, read(file)]));
  for (const file of shown.filter((name) => name.endsWith('.html'))) {
    const page = asPage(file);
    put(cardPath(file), page.html);
    for (const worker of page.workers) workers.add(worker);
    for (const address of page.sheets) {
      const sheetFile = links.fileAt(address, file);
      const sheet = sheetFile && findSheet(asPage(sheetFile, file).html);
      if (sheet) handed.set(address, Buffer.from(sheet));
    }
    options.onPage?.();
  }
  for (const file of shown.filter((name) => !name.endsWith('.html'))) {
    const bytes = workers.has(file) ? Buffer.from(options.worker) : read(file);
    put(
      cardPath(file),
      convertFile(file, bytes, (address) => links.link(address, file)),
    );
  }
  const { count, scripts } = makeDataScripts(handed);
  for (const [name, script] of scripts) put(`${SCRIPTS_FOLDER}/${name}`, script);
  put(FIRST_SCRIPT, await bundlePortableScript(count));
  put('README.txt', withBomAndCrlf(readMe(options)));
  return site;
}

/** Converts a file that is not a page. Without a server's headers, a text needs a BOM to be read as UTF-8. */
function convertFile(name: string, bytes: Buffer, link: (address: string) => string): string | Uint8Array {
  if (name.endsWith('.css')) return rewriteStyle(bytes.toString('utf8'), link);
  return name.endsWith('.txt') ? withBomAndCrlf(bytes.toString('utf8')) : bytes;
}
