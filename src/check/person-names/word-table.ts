/**
 * A hash table of short words with two numbers each, in typed arrays: a look-up makes no strings and no objects. A check of new files
 * looks up tens of millions of words.
 */

/** The length of the longest words, in UTF-16 units; none has a NUL. */
export const MAX_TABLE_WORD = 4;

export interface WordTable {
  /** Adds a word of at most `MAX_TABLE_WORD` units that the table does not have, with its count and its tag as a number. */
  add(word: string, count: number, tag: number): void;
  /** The index of a word of at most `MAX_TABLE_WORD` units; negative if the table does not have it. Valid until the next `add`. */
  find(word: string): number;
  countAt(index: number): number;
  tagAt(index: number): number;
}

/** Numbers of an entry: two for the word, one for the count, one for the tag. */
const FIELDS = 4;

/** An empty table; it grows with its words. */
export function openWordTable(): WordTable {
  let capacity = 2 ** 12;
  let size = 0;
  let slots = new Uint32Array(capacity * FIELDS);

  /** The index of the word's slot, or of the free slot for it. */
  const slotOf = (head: number, tail: number): number => {
    let slot = (Math.imul(head, 0x9e3779b1) ^ Math.imul(tail, 0x85ebca6b)) >>> 0;
    slot = (slot ^ (slot >>> 15)) & (capacity - 1);
    for (;;) {
      const at = slot * FIELDS;
      const isFree = slots[at] === 0;
      if (isFree || (slots[at] === head && slots[at + 1] === tail)) return at;
      slot = (slot + 1) & (capacity - 1);
    }
  };

  const put = (head: number, tail: number, count: number, tag: number): void => {
    const at = slotOf(head, tail);
    slots[at] = head;
    slots[at + 1] = tail;
    slots[at + 2] = count;
    slots[at + 3] = tag;
  };

  const grow = (): void => {
    const before = slots;
    capacity *= 2;
    slots = new Uint32Array(capacity * FIELDS);
    for (let at = 0; at < before.length; at += FIELDS) {
      const head = before[at] ?? 0;
      if (head !== 0) put(head, before[at + 1] ?? 0, before[at + 2] ?? 0, before[at + 3] ?? 0);
    }
  };

  return {
    add(word, count, tag) {
      size += 1;
      if (size * 2 > capacity) grow();
      put(unitsOf(word, 0), unitsOf(word, 2), count, tag);
    },
    find(word) {
      const at = slotOf(unitsOf(word, 0), unitsOf(word, 2));
      return slots[at] === 0 ? -1 : at;
    },
    countAt: (index) => slots[index + 2] ?? 0,
    tagAt: (index) => slots[index + 3] ?? 0,
  };
}

/** Two UTF-16 units of a word as one number; 0 beyond its end. */
function unitsOf(word: string, from: number): number {
  const first = from < word.length ? word.charCodeAt(from) : 0;
  const second = from + 1 < word.length ? word.charCodeAt(from + 1) : 0;
  return ((first << 16) | second) >>> 0;
}
