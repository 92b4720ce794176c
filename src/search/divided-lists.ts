/**
 * Divides what a phone loads of an index before its first answer, so that it does not grow with the number of pages: the table of the shards
 * becomes a table of tables, and of most pages the list has the type and the last day but no name. For an index of many counties;
 * in a county's own index a further round trip would cost more than the bytes.
 */

import { NAMES_PER_FILE } from './client/index-list.ts';
import { formatShardTable } from './client/shard-table.ts';
import { joinHashes } from './encode-index-list.ts';
import type { NamedFile, NameFile } from './index-file-names.ts';

/** Shards in one part of the table, about 400 bytes. */
const SHARDS_PER_TABLE = 40;

export interface DividedLists {
  /** The parts of the table, as entries of the table of tables. */
  tables: { from: string; name: string }[];
  /** Pages whose names are in the list itself. */
  listedPages: number;
  /** The names of the files with the names of the other pages. */
  nameFiles: string[];
  files: NamedFile[];
}

/** Divides the table of the shards `listed`, and the names of all `pages` but the first `listedPages`. */
export function divideLists(
  listed: readonly { from: string; name: string }[],
  pages: readonly { hash: string }[],
  listedPages: number,
  nameFile: NameFile,
): DividedLists {
  const tables = inParts(listed, SHARDS_PER_TABLE).map((shards) => ({
    from: shards[0]?.from ?? '',
    file: nameFile('table', Buffer.from(formatShardTable(shards))),
  }));
  const names = inParts(pages.slice(listedPages), NAMES_PER_FILE).map((part) =>
    nameFile('names', joinHashes(part.map(({ hash }) => hash))),
  );
  return {
    tables: tables.map(({ from, file }) => ({ from, name: file.hash })),
    listedPages,
    nameFiles: names.map(({ hash }) => hash),
    files: [...tables.map(({ file }) => file), ...names],
  };
}

function inParts<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, part) =>
    all.slice(part * size, (part + 1) * size),
  );
}
