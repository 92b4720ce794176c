/** A county in the list of the page; the attributes of its link are all that the script knows of it. */

export interface ListedCounty {
  id: string;
  name: string;
  /** The address of its site, with a slash at the end. */
  href: string;
  /** Number of pages in its index. */
  pages: number;
  /** Its syllables, separated by blanks: it is chosen by these and by their initials. */
  pinyin: string;
}

/** At most so many counties are offered for what was typed. */
const MAX_MATCHES = 8;

/** The counties for a name, a part of it, its pinyin or the initials of that; none for nothing typed. */
export function matchCounties<C extends Pick<ListedCounty, 'name' | 'pinyin'>>(
  typed: string,
  counties: readonly C[],
): C[] {
  const text = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s'’]/g, '');
  if (text === '') return [];
  const beginsWith = ({ name, pinyin }: C) =>
    [name, pinyin.replace(/ /g, ''), initialsOf(pinyin)].some((each) => each.startsWith(text));
  const first = counties.filter(beginsWith);
  const others = counties.filter((county) => county.name.includes(text) && !first.includes(county));
  return [...first, ...others].slice(0, MAX_MATCHES);
}

function initialsOf(pinyin: string): string {
  return pinyin
    .split(' ')
    .map((syllable) => syllable.charAt(0))
    .join('');
}
