/** Whether what somebody types may be the name of a county: in characters, in pinyin, in first letters, or in a mixture. */

/**
 * `sounds` has a word for each character, several sounds of one separated by `/`. Latin letters match from any character on, each sound
 * typed from its first letter as far as one likes: fx, fenx and xi for fen xi.
 */
export function matchesName(typed: string, name: string, sounds: string): boolean {
  const query = typed.toLowerCase().replace(/[\s'’]+/g, '');
  if (query === '') return true;
  if (name.includes(query)) return true;
  if (!/^[a-zü]+$/.test(query)) return false;
  const words = plain(sounds)
    .split(' ')
    .map((word) => word.split('/'));
  return words.some((_, from) => matchesFrom(plain(query), words, from));
}

function matchesFrom(query: string, words: readonly (readonly string[])[], at: number): boolean {
  if (query === '') return true;
  return (words[at] ?? []).some((sound) => {
    for (let length = sound.length; length > 0; length -= 1) {
      if (query.startsWith(sound.slice(0, length)) && matchesFrom(query.slice(length), words, at + 1))
        return true;
    }
    return false;
  });
}

/** Many type u for ü. */
const plain = (text: string): string => text.replace(/[vü]/g, 'u');
