/** How large a copy is, in figures and in words. */
import { type OfflineList, partsFor, type Wish } from '../files.ts';

/** Bytes on the way and bytes on the phone. */
export function listBytes(list: OfflineList, wish: Wish): { wire: number; kept: number } {
  const sum = (of: 'wireBytes' | 'bytes') =>
    partsFor(list, wish).reduce((total, part) => total + part[of], 0);
  return { wire: sum('wireBytes'), kept: sum('bytes') };
}

/** As people speak of it: 0.4兆, 12兆; never less than 0.1. */
export function saySize(bytes: number): string {
  const megabytes = bytes / 1_000_000;
  return `${megabytes >= 10 ? Math.round(megabytes) : Math.max(0.1, Math.round(megabytes * 10) / 10)}兆`;
}
