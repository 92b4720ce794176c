/**
 * Writes the portable site as a ZIM file for Kiwix, for phones that cannot open a folder of pages. It runs zimwriterfs of
 * openZIM (Debian's zim-tools) as a program, which needs 4 s for the example's 229 files. The Node binding, @openzim/libzim (4.0.0),
 * compiles C++ at installation and is GPL-3.0.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PortableFiles } from '../portable-site/index.ts';
import { illustration } from './illustration.ts';
import { toZimPage } from './zim-page.ts';

export interface ZimMetadata {
  title: string;
  description: string;
  /** Author of the content, and publisher of the book. */
  creator: string;
  publisher: string;
  /** URL of the site. */
  source: string;
  /** The pages that full-text search finds; list pages would rank above the pages they list. */
  found: ReadonlySet<string>;
}

/** Limits of the ZIM format, in characters. */
const MAX_LENGTH = { title: 30, description: 80 };
const ILLUSTRATION = 'assets/card/illustration.png';

/** Whether zimwriterfs is installed. */
export function canWriteZim(): boolean {
  return spawnSync('zimwriterfs', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Writes the book into the empty folder `folder` and returns its path; throws with zimwriterfs's message if it fails. */
export function writeZim(site: PortableFiles, book: ZimMetadata, folder: string): string {
  const pages = join(folder, 'pages');
  const icon = site.get('icon.svg');
  const files: [string, string | Uint8Array][] = Array.from(site, ([path, bytes]) => [
    path,
    path.endsWith('.html') ? toZimPage(Buffer.from(bytes).toString('utf8'), book.found.has(path)) : bytes,
  ]);
  files.push([ILLUSTRATION, illustration(icon && Buffer.from(icon).toString('utf8'))]);
  for (const [path, content] of files) {
    // The README is about the folder of files, which a book does not have.
    if (path === 'README.txt') continue;
    mkdirSync(dirname(join(pages, path)), { recursive: true });
    writeFileSync(join(pages, path), content);
  }
  const zim = join(folder, 'book.zim');
  const { status, stdout, stderr, error } = spawnSync(
    'zimwriterfs',
    [...metadataArguments(book), pages, zim],
    {
      encoding: 'utf8',
    },
  );
  if (status !== 0) throw new Error(`zimwriterfs: ${error?.message ?? (stderr || stdout)}`);
  return zim;
}

function metadataArguments({ title, description, creator, publisher, source }: ZimMetadata): string[] {
  return [
    '--welcome=index.html',
    `--illustration=${ILLUSTRATION}`,
    '--language=zho',
    '--name=mingbai',
    `--title=${[...title].slice(0, MAX_LENGTH.title).join('')}`,
    `--description=${[...description].slice(0, MAX_LENGTH.description).join('')}`,
    `--creator=${creator}`,
    `--publisher=${publisher}`,
    `--source=${source}`,
  ];
}
