/**
 * The metadata of the entries of our zips, for every program that writes them. With it their Chinese names are right on Linux,
 * Windows and phones, and the same files give the same bytes in every time zone.
 */

/** "Made on Unix": unzip 6.0 decodes the names of an entry made on DOS with a DOS code page, even with the flag for UTF-8. */
const UNIX = 3;
/** A regular file that its owner may change and everybody may read, as Unix stores it in the upper half of the attributes. */
const FILE_ATTRIBUTES = 0o100644 * 0x1_0000;
/** A zip can only store years of this range. */
const MIN_YEAR = 1980;
const MAX_YEAR = 2099;

/** The metadata of every entry of a zip that is dated `day`, `YYYY-MM-DD`, as options of fflate. */
export function zipEntryMarks(day: string): { mtime: Date; os: number; attrs: number } {
  const [year = MIN_YEAR, month = 1, date = 1] = day.split('-').map(Number);
  // A zip stores local time without a zone: midnight by this machine's clock gives the same bytes everywhere.
  const mtime = new Date(Math.min(Math.max(year, MIN_YEAR), MAX_YEAR), month - 1, date);
  return { mtime, os: UNIX, attrs: FILE_ATTRIBUTES };
}
