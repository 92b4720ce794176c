/**
 * The card as one file for Kiwix and other readers of ZIM books, which phones have where they cannot open a folder of
 * pages. Written by zimwriterfs of openZIM (Debian's zim-tools), as a program beside us: the binding for Node is built
 * with a compiler on each machine, and under a licence (GPL) that Mingbai's does not fit.
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
  /** Whose words they are, and who made the book. */
  creator: string;
  publisher: string;
  /** The address of the site on the web. */
  source: string;
  /** The pages of the card that the readers' search finds: lists would stand before what they lead to. */
  found: ReadonlySet<string>;
}

/** What the ZIM format allows, in characters. */
const MAX_LENGTH = { title: 30, description: 80 };
const ILLUSTRATION = 'assets/card/illustration.png';

/** Whether this machine has the program. */
export function canWriteZim(): boolean {
  return spawnSync('zimwriterfs', ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Writes the book below the empty folder `work` and gives its path; throws with the program's own words where it fails. */
export function writeZim(site: PortableFiles, book: ZimMetadata, folder: string): string {
  const pages = join(folder, 'pages');
  const icon = site.get('icon.svg');
  const files: [string, string | Uint8Array][] = Array.from(site, ([path, bytes]) => [
    path,
    path.endsWith('.html') ? toZimPage(Buffer.from(bytes).toString('utf8'), book.found.has(path)) : bytes,
  ]);
  files.push([ILLUSTRATION, illustration(icon && Buffer.from(icon).toString('utf8'))]);
  for (const [path, content] of files) {
    // Readers show what is in a book; what to do with a folder of files is no part of it.
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
