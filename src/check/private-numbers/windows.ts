/** Successive groups of digits with the total length of a number of some kind. */
import type { DigitGroup, DigitRun } from './digit-groups.ts';

/** Successive groups of a run, which may be one number. */
export interface Window {
  digits: string;
  run: DigitRun;
  /** Indices of the first and the last group in the run. */
  from: number;
  to: number;
  /** Offsets in the text. */
  start: number;
  end: number;
}

/** The window of `length` digits that begins with the group at `from`; undefined if no group ends there. */
export function windowAt(run: DigitRun, from: number, length: number): Window | undefined {
  const at = run.startsAt[from] ?? 0;
  const to = run.endingAt.get(at + length);
  if (to === undefined) return undefined;
  const [start, end] = [run.groups[from]?.start ?? 0, run.groups[to]?.end ?? 0];
  return { digits: run.digits.slice(at, at + length), run, from, to, start, end };
}

/** The groups of a window. */
export function groupsOf({ run, from, to }: Window): readonly DigitGroup[] {
  return run.groups.slice(from, to + 1);
}

/** The length of each group, as `3-4-4`. */
export function grouping(window: Window): string {
  return groupsOf(window)
    .map(({ digits }) => digits.length)
    .join('-');
}

/**
 * Whether the groups form one number: they have one kind of separator, at most one line end, and are not part of a longer number
 * in the same grouping. Groupings that match `usual` may have any separator, including commas, as amounts have. In records, commas
 * and line ends separate numbers.
 */
export function isOneNumber(window: Window, usual: RegExp, isRecords: boolean): boolean {
  const gaps = groupsOf(window)
    .slice(1)
    .map(({ gap }) => gap);
  const lines = gaps.filter((gap) => gap === 'line').length;
  if (gaps.includes('cell') || lines > 1 || (isRecords && (lines > 0 || gaps.includes(',')))) return false;
  if (usual.test(grouping(window))) return true;
  const kinds = new Set(gaps.filter((gap) => gap !== 'line' && gap !== ''));
  if (kinds.size > 1 || kinds.has(',')) return false;
  const [kind] = kinds;
  if (kind === '.' && (gaps.length < 2 || (groupsOf(window)[0]?.digits.length ?? 0) < 3)) return false;
  const outer = [window.run.groups[window.from]?.gap, window.run.groups[window.to + 1]?.gap];
  return kind === undefined || kind === ' ' || !outer.includes(kind);
}

/** Whether the groups are consecutive numbers: 2 3 4 5. */
export function isCounting(window: Window): boolean {
  const numbers = groupsOf(window).map(({ digits }) => Number(digits));
  return (
    numbers.length > 3 && numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1)
  );
}

/** The most digits of an amount in a text for villagers; a longer group is part of another number. */
const MAX_AMOUNT_LENGTH = 8;

/** Whether all groups are round and separated, as successive amounts are. */
export function isRound(window: Window): boolean {
  const groups = groupsOf(window);
  if (groups.some(({ digits }) => digits.length > MAX_AMOUNT_LENGTH)) return false;
  const end = groups.length > 2 ? '0' : '00';
  return (
    groups.some(({ gap }, at) => at > 0 && gap === ' ') && groups.every(({ digits }) => digits.endsWith(end))
  );
}
