/**
 * Packs files into blocks. A page is read by decompressing its block alone, and pages compress well together: see
 * docs/decisions/0055-one-file.md for the figures.
 */
import { constants, zstdCompressSync } from 'node:zlib';
import type { Block, FileDirectory } from './file-directory.ts';

/** Files that are packed together. */
export interface FileGroup {
  files: ReadonlyMap<string, Uint8Array>;
  /** Bytes after which a block is full, before compression. */
  maxBlockBytes: number;
  /** False for what is compressed already. */
  isCompressed: boolean;
}

export interface PackedFiles {
  blocks: Block[];
  /** The bytes of each block. */
  contents: Uint8Array[];
}

/** Of the levels, 19 made the blocks 3 % smaller than 17 and took twice as long. */
const ZSTD_LEVEL = 17;
/** A window of 4 MB covers every block. */
const WINDOW_LOG = 22;

/** The blocks of all groups, in their order; deterministic. */
export function packFiles(groups: readonly FileGroup[]): PackedFiles {
  const packed: PackedFiles = { blocks: [], contents: [] };
  for (const { files, maxBlockBytes, isCompressed } of groups) {
    for (const block of splitByBytes(Array.from(files), maxBlockBytes)) {
      const bytes = Buffer.concat(block.map(([, content]) => content));
      packed.blocks.push({ isCompressed, files: block.map(([name, { length }]) => [name, length]) });
      packed.contents.push(isCompressed ? compress(bytes) : bytes);
    }
  }
  return packed;
}

/** The directory as bytes. */
export function packDirectory(directory: FileDirectory): Uint8Array {
  return compress(Buffer.from(JSON.stringify(directory)));
}

/** Consecutive files of up to `maxBytes`; a larger one alone. */
function splitByBytes(files: readonly [string, Uint8Array][], maxBytes: number): [string, Uint8Array][][] {
  const blocks: [string, Uint8Array][][] = [];
  let bytes = Number.POSITIVE_INFINITY;
  for (const file of files) {
    const { length } = file[1];
    const last = blocks.at(-1);
    if (last !== undefined && bytes + length <= maxBytes) {
      last.push(file);
      bytes += length;
    } else {
      blocks.push([file]);
      bytes = length;
    }
  }
  return blocks;
}

function compress(bytes: Uint8Array): Uint8Array {
  return zstdCompressSync(bytes, {
    params: {
      [constants.ZSTD_c_compressionLevel]: ZSTD_LEVEL,
      [constants.ZSTD_c_windowLog]: WINDOW_LOG,
    },
  });
}
