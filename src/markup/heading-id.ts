/** The readable anchor of a heading, generated from its words. */
import type { Heading } from '../documents/block.ts';

/** An anchor that no earlier heading has; a section without words is named 节. */
export function uniqueId(text: string, before: readonly Heading[]): string {
  const words = text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');
  const base = words === '' ? '节' : words;
  const taken = new Set(before.map((heading) => heading.id));
  if (!taken.has(base)) return base;
  let number = 2;
  while (taken.has(`${base}-${number}`)) number += 1;
  return `${base}-${number}`;
}
