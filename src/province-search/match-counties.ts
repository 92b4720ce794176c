/** The counties that somebody may mean by what was typed: characters, pinyin, first letters, or a mixture. For the list of the front page and the search. */

/** What is known of the name of a county. */
export interface NamedCounty {
  name: string;
  /** A word for each character: its syllables without tones, several separated by `/`. */
  sounds: string;
}

/** What every county may end with: xian typed alone is Xi'an, or the beginning of Xiangning. */
const KINDS = /^.+[县市区旗州盟]$/;

/** Those that fit, in their order, but first those whose name begins with what was typed; none for nothing typed. */
export function matchCounties<C extends NamedCounty>(typed: string, counties: readonly C[]): C[] {
  const query = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/g, '');
  if (query === '') return [];
  const first = counties.filter(({ name, sounds }) => name.startsWith(query) || beginsWith(query, sounds, 0));
  const others = counties.filter((county) => !first.includes(county) && hasInside(query, county));
  return [...first, ...others];
}

/** Whether the name has it after its first character. */
function hasInside(query: string, { name, sounds }: NamedCounty): boolean {
  if (name.includes(query)) return true;
  const ends = sounds.split(' ').length - (KINDS.test(name) ? 1 : 0);
  return Array.from({ length: ends }, (_, from) => from).some((from) => beginsWith(query, sounds, from));
}

/**
 * Whether the sounds of a name begin with `query`, from the character `from` on. Each sound is typed from its first letter as far as one likes:
 * fx, fenx and fenxi for fen xi.
 */
function beginsWith(query: string, sounds: string, from: number): boolean {
  if (!/^[a-zü]+$/.test(query)) return false;
  const words = plain(sounds)
    .split(' ')
    .map((word) => word.split('/'));
  const matches = (rest: string, at: number): boolean =>
    rest === '' ||
    (words[at] ?? []).some((sound) => {
      for (let length = sound.length; length > 0; length -= 1)
        if (rest.startsWith(sound.slice(0, length)) && matches(rest.slice(length), at + 1)) return true;
      return false;
    });
  return matches(plain(query), from);
}

/** Many type u for ü. */
const plain = (text: string): string => text.replace(/[vü]/g, 'u');
