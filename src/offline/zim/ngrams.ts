/**
 * Chinese n-grams for the full-text search of ZIM readers. libzim before 8.2 (Debian 12) does not segment Chinese: it indexes
 * a whole run such as 低保政策 as one word. Newer readers query unigrams and bigrams. N-grams as separate words serve both.
 */

/** All n-grams of the Chinese runs of a text with up to `maxLength` characters, without repeats, in order of occurrence. */
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
