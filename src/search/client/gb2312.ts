/**
 * The characters of GB 2312, which every browser can decode: the common ones of its first level, sorted by pinyin, and all of them,
 * to distinguish simplified from traditional characters.
 */

/** The 3,755 common characters, in the order of the standard. */
export function commonCharacters(): string[] {
  return rows(0xb0, 0xd7);
}

/** All 6,763 characters. */
export function allCharacters(): Set<string> {
  return new Set(rows(0xb0, 0xf7));
}

function rows(first: number, last: number): string[] {
  const bytes: number[] = [];
  for (let row = first; row <= last; row += 1) {
    for (let cell = 0xa1; cell <= 0xfe; cell += 1) bytes.push(row, cell);
  }
  const text = new TextDecoder('gbk').decode(new Uint8Array(bytes));
  return [...text].filter((character) => /\p{Script=Han}/u.test(character));
}
