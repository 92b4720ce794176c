/** Characters of names in the records and in site.yml: the writer cannot replace them. */
import { keyOf } from '../documents/source.ts';
import { mayContain } from './may-contain.ts';
import type { CheckedContent } from './rule.ts';

const cache = new WeakMap<CheckedContent, Map<string, boolean>>();

/** Whether a name of a place, person, office or glossary term, or of the site itself, has this character. */
export function isInOfficialName(content: CheckedContent, character: string): boolean {
  const known = cache.get(content) ?? new Map<string, boolean>();
  cache.set(content, known);
  const found = known.get(character) ?? officialNameCharacters(content, character).has(character);
  known.set(character, found);
  return found;
}

/** The characters of these names that match a pattern without the flag g. */
export function officialNameCharacters(content: CheckedContent, wanted: string | RegExp): Set<string> {
  const isWanted = (character: string) =>
    typeof wanted === 'string' ? character === wanted : wanted.test(character);
  return new Set(
    content.allSources
      .filter((source) => mayContain(source, wanted))
      .flatMap((source) => [...namesIn(source).join('')].filter(isWanted)),
  );
}

function namesIn({ collection, texts }: CheckedContent['allSources'][number]): string[] {
  return texts
    .filter(({ path }) => {
      const key = keyOf(path);
      if (collection === undefined) return ['name', 'region', 'owner', 'operator'].includes(key);
      if (collection === 'places' || collection === 'contacts') return key === 'name' || key === 'address';
      return key.startsWith('person.') || key === 'term' || key === 'reviewer' || key.startsWith('basis.');
    })
    .map(({ text }) => text);
}
