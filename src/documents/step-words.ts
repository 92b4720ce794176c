/** The days and steps of a policy in words, the same on its page, on paper, in pictures, in an article and in a Word file. */
import { isDate } from '../schema/formats.ts';
import type { Step } from '../schema/policies.ts';
import { formatDate } from './dates.ts';

/** When to apply, in words: a last day, or what the editor wrote. */
export function applyByWords(applyBy: string | undefined): string | undefined {
  return applyBy && isDate(applyBy) ? `${formatDate(applyBy)}以前` : applyBy;
}

/** How long a step takes, in words: a number of days, or what the editor wrote. */
export function durationWords(days: string): string {
  return /^\d+$/.test(days) ? `${days}天` : days;
}

/** What follows the title of a step, a line each. */
export function stepLines({ detail, where, days }: Step): string[] {
  return [
    ...(detail ? [detail] : []),
    ...(where ? [`去哪里：${where}`] : []),
    ...(days ? [`要多久：${durationWords(days)}`] : []),
  ];
}
