/** A dice that gives the same throws for the same seed and name, so that two runs measure the same text. */
import { addDays } from '../../../src/documents/dates.ts';
import { fnv1a } from '../../../src/documents/fnv.ts';

export interface Dice {
  /** A whole number from 0 to below `most`. */
  number(most: number): number;
  /** A whole number from `least` to `most`. */
  between(least: number, most: number): number;
  pick<T>(from: readonly T[]): T;
  /** Whether something comes to pass that does so in this share of all cases. */
  chance(share: number): boolean;
  /** A number around `median` as lengths of real texts are spread: many short ones, a few very long ones. */
  spread(median: number, sigma: number): number;
  /** A day that many days after `day`, or before it where the numbers are negative. */
  dayFrom(day: string, least: number, most: number): string;
}

/** The dice called `name`: each thing has its own, so that one made differently changes no other (mulberry32). */
export function createDice(seed: number, name: string): Dice {
  let state = Number(fnv1a(`${seed} ${name}`) & 0xffff_ffffn);
  const throwOnce = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const number = (most: number) => Math.floor(throwOnce() * most);
  const between = (least: number, most: number) => least + number(most - least + 1);
  return {
    number,
    between,
    pick: <T>(from: readonly T[]) => from[number(from.length)] as T,
    chance: (share) => throwOnce() < share,
    // Log-normal, by the method of Box and Muller.
    spread: (median, sigma) => {
      const normal = Math.sqrt(-2 * Math.log(1 - throwOnce())) * Math.cos(2 * Math.PI * throwOnce());
      return median * Math.exp(sigma * normal);
    },
    dayFrom: (day, least, most) => addDays(day, between(least, most)),
  };
}
