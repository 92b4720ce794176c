/** Characters of names in the records and in site.yml: the writer cannot replace them. */
import { keyOf } from '../documents/source.ts';
import type { CheckedContent } from './rule.ts';

const cache = new WeakMap<CheckedContent, ReadonlySet<string>>();

/** Every character of the names of places, people, offices, glossary terms, and of the site itself. */
export function officialNameCharacters(content: CheckedContent): ReadonlySet<string> {
  const found =
    cache.get(content) ?? new Set(content.allSources.flatMap((source) => [...namesIn(source).join('')]));
  cache.set(content, found);
  return found;
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
