/**
 * The mask of a QR code: of eight patterns over the same data the one with the lowest penalty, ISO/IEC 18004, 7.8.3. The library's choice is
 * the same, but took six sevenths of the time of a code, and a build encodes one for each document: with this file half as long.
 */
import { encode } from 'uqr';

/** A code without its quiet zone: a byte for each module, row by row, 1 for black. */
export interface Modules {
  side: number;
  isBlack: Uint8Array;
}

const MASKS = [0, 1, 2, 3, 4, 5, 6, 7];

/** By the side of a code, what changes between its first mask and each of the eight: it does not depend on the data. */
const differences = new Map<number, Uint8Array[]>();

/** The code of `address` at level M in its best mask. Throws RangeError if it is too long for a code. */
export function encodeBestMask(address: string): Modules {
  const first = encodeWithMask(address, 0);
  const { side } = first;
  const changes =
    differences.get(side) ??
    MASKS.map((mask) => differenceOf(first.isBlack, encodeWithMask(address, mask).isBlack));
  differences.set(side, changes);
  const penalties = changes.map((change) => penaltyOf(differenceOf(first.isBlack, change), side));
  const best = changes[penalties.indexOf(Math.min(...penalties))];
  return best === undefined ? first : { side, isBlack: differenceOf(first.isBlack, best) };
}

function encodeWithMask(address: string, maskPattern: number): Modules {
  const { data } = encode(address, { ecc: 'M', border: 0, boostEcc: false, maskPattern });
  return { side: data.length, isBlack: Uint8Array.from(data.flat(), Number) };
}

function differenceOf(a: Uint8Array, b: Uint8Array): Uint8Array {
  const difference = new Uint8Array(a.length);
  for (let at = 0; at < a.length; at += 1) difference[at] = (a[at] ?? 0) ^ (b[at] ?? 0);
  return difference;
}

/** Points of the standard: a run of five and each module more, a block of four, a pattern like a finder, 5 % more of one colour than of the other. */
const [RUN, BLOCK, FINDER, BALANCE] = [3, 3, 40, 10];

function penaltyOf(isBlack: Uint8Array, side: number): number {
  let points = 0;
  for (let line = 0; line < side; line += 1) {
    points += penaltyOfLine(isBlack, line * side, 1, side) + penaltyOfLine(isBlack, line, side, side);
  }
  let black = 0;
  for (let at = 0; at < isBlack.length; at += 1) {
    black += isBlack[at] ?? 0;
    if (at % side === side - 1 || at >= isBlack.length - side) continue;
    const sum =
      (isBlack[at] ?? 0) + (isBlack[at + 1] ?? 0) + (isBlack[at + side] ?? 0) + (isBlack[at + side + 1] ?? 0);
    if (sum === 0 || sum === 4) points += BLOCK;
  }
  const all = side * side;
  return points + (Math.ceil(Math.abs(black * 20 - all * 10) / all) - 1) * BALANCE;
}

/** Lengths of the runs of a line, from a white one on; a code has at most 177 modules in a line. */
const lengths = new Int16Array(180);

/** Points of a row or a column; the quiet zone around it is white. */
function penaltyOfLine(isBlack: Uint8Array, from: number, step: number, side: number): number {
  let points = 0;
  let colour = 0;
  let run = 0;
  let runs = 0;
  for (let index = 0, at = from; index < side; index += 1, at += step) {
    const module = isBlack[at] ?? 0;
    if (module === colour) {
      run += 1;
      if (run === 5) points += RUN;
      else if (run > 5) points += 1;
      continue;
    }
    // The first run continues into the quiet zone.
    lengths[runs] = runs === 0 ? run + side : run;
    if (colour === 0) points += countFinders(runs) * FINDER;
    runs += 1;
    colour = module;
    run = 1;
  }
  if (colour === 1) {
    lengths[runs++] = run;
    run = 0;
  }
  lengths[runs] = run + side;
  return points + countFinders(runs) * FINDER;
}

/** Patterns before the white run `last` that look like a finder: 1 : 1 : 3 : 1 : 1 between white runs, one of them of 4. */
function countFinders(last: number): number {
  const unit = lengths[last - 1] ?? 0;
  if (last < 6 || lengths[last - 3] !== unit * 3 || lengths[last - 2] !== unit) return 0;
  if (lengths[last - 4] !== unit || lengths[last - 5] !== unit) return 0;
  const [before, after] = [lengths[last - 6] ?? 0, lengths[last] ?? 0];
  return (before >= unit * 4 && after >= unit ? 1 : 0) + (after >= unit * 4 && before >= unit ? 1 : 0);
}
