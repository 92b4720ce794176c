/**
 * Chinese for the readers' own search. libzim before 8.2, which Debian 12 has, takes a run of Chinese for one word: of
 * 低保政策 it would find neither half. Newer readers ask for each character and each pair of neighbours. Given as words of
 * their own, those are found by both.
 */

/** All parts of the Chinese runs of a text that have up to `most` characters, each once, by their first place. */
export function hanNgrams(text: string, maxLength: number): string[] {
  const grams = (text.match(/\p{Script=Han}+/gu) ?? []).flatMap((run) => {
    const characters = [...run];
    return characters.flatMap((_, at) =>
      Array.from({ length: Math.min(maxLength, characters.length - at) }, (_, more) =>
        characters.slice(at, at + more + 1).join(''),
      ),
    );
  });
  return [...new Set(grams)];
}
