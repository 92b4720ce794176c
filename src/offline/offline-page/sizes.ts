/** Size of a copy, in bytes and as text. */
import { chunksFor, type OfflineList, type SaveLevel } from '../files.ts';

/** Bytes to download and bytes on the phone. */
export function listBytes(list: OfflineList, level: SaveLevel): { wire: number; kept: number } {
  const sum = (of: 'wireBytes' | 'bytes') =>
    chunksFor(list, level).reduce((total, part) => total + part[of], 0);
  return { wire: sum('wireBytes'), kept: sum('bytes') };
}

/** A size as text: 0.4兆, 12兆; at least 0.1. */
export function formatSize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return `${megabytes >= 10 ? Math.round(megabytes) : Math.max(0.1, Math.round(megabytes * 10) / 10)}兆`;
}
