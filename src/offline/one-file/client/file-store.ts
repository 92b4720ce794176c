/** Reads the files inside the one file: a block is decoded when one of its files is needed. */
import { decompress } from 'fzstd';
import type { FileDirectory } from '../file-directory.ts';

/** Decoded blocks in memory: those of pages have about 1 MB each. */
const MAX_BLOCKS_IN_MEMORY = 12;

export interface FileStore {
  directory: FileDirectory;
  has(name: string): boolean;
  /** The bytes of a file; undefined if there is none. Throws if its block is missing or damaged. */
  bytes(name: string): Uint8Array | undefined;
  /** The same as text. */
  text(name: string): string | undefined;
}

/** Opens the files: `directory` is the text of its element, `blockText` gives that of a block's. */
export function openFiles(directory: string, blockText: (block: number) => string): FileStore {
  const parsed = JSON.parse(new TextDecoder().decode(decompress(decodeBase64(directory)))) as FileDirectory;
  const places = new Map<string, { block: number; start: number; length: number }>();
  for (const [block, { files }] of parsed.blocks.entries()) {
    let start = 0;
    for (const [name, length] of files) {
      places.set(name, { block, start, length });
      start += length;
    }
  }
  const decoded = new Map<number, Uint8Array>();
  const read = (block: number): Uint8Array => {
    const bytes = decoded.get(block) ?? decodeBlock(blockText(block), parsed.blocks[block]?.isCompressed);
    // The order of a map is that of insertion: the first was used longest ago.
    decoded.delete(block);
    decoded.set(block, bytes);
    for (const oldest of decoded.keys()) {
      if (decoded.size <= MAX_BLOCKS_IN_MEMORY) break;
      decoded.delete(oldest);
    }
    return bytes;
  };
  const bytes = (name: string) => {
    const place = places.get(name);
    return place && read(place.block).subarray(place.start, place.start + place.length);
  };
  return {
    directory: parsed,
    has: (name) => places.has(name),
    bytes,
    text(name) {
      const found = bytes(name);
      return found && new TextDecoder().decode(found);
    },
  };
}

function decodeBlock(text: string, isCompressed: boolean | undefined): Uint8Array {
  const bytes = decodeBase64(text);
  return isCompressed ? decompress(bytes) : bytes;
}

/** A loop: `Uint8Array.from` with a callback takes ten times as long. */
function decodeBase64(text: string): Uint8Array {
  const binary = atob(text);
  const bytes = new Uint8Array(binary.length);
  for (let at = 0; at < binary.length; at += 1) bytes[at] = binary.charCodeAt(at);
  return bytes;
}

/** The address of a picture as data. */
export function dataUrl(bytes: Uint8Array, mediaType: string): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return `data:${mediaType};base64,${btoa(binary)}`;
}
