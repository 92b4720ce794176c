/** What stands in a booklet: the policies of a group of people, of a place or of the whole site, an index of everyday words and telephones. */
import { concernedBy } from '../../documents/concerned-places.ts';
import { syllablesOf } from '../../documents/pinyin.ts';
import { type PolicyDocument, pick, type Site } from '../../documents/site.ts';
import { policyStatusOn } from '../../documents/status.ts';
import { letterPlace, titleLetter } from '../../documents/title-letter.ts';
import type { CollectionData } from '../../schema/collections.ts';

/** The readers of a booklet: a group of people, the people of a place, or everybody. */
export type BookletReaders =
  | { audience: CollectionData['audiences'] }
  | { place: CollectionData['places'] }
  | 'everybody';

/** Policies of one kind of matter, in the order of the site. */
export interface BookletChapter {
  title: string;
  policies: readonly PolicyDocument[];
}

/** A word that people say, with the slugs of the policies it leads to. */
export interface IndexWord {
  word: string;
  slugs: readonly string[];
}

/** The words of a letter of pinyin. */
export interface IndexLetter {
  letter: string;
  words: readonly IndexWord[];
}

export interface Booklet {
  site: Site;
  title: string;
  chapters: readonly BookletChapter[];
  index: readonly IndexLetter[];
  contacts: readonly CollectionData['contacts'][];
}

/** The booklet on the day of the site, without policies that have ended; its chapters may be none. */
export function bookletOf(site: Site, readers: BookletReaders): Booklet {
  const policies = site.policies.filter(
    ({ data }) => policyStatusOn(data, site.today) !== 'ended' && isFor(site, data, readers),
  );
  const chapters = site.actions.flatMap(({ id, title }) => {
    const inChapter = policies.filter(({ data }) => data.action === id);
    return inChapter.length === 0 ? [] : [{ title, policies: inChapter }];
  });
  const named = new Set(policies.flatMap(({ data }) => data.contacts));
  return {
    site,
    title: titleFor(readers),
    chapters,
    index: wordIndex(chapters.flatMap((chapter) => chapter.policies)),
    // The number for any question is the first contact of a site.
    contacts: site.contacts.filter(({ id, phone }) => named.has(id) || phone === site.about.telephone),
  };
}

function titleFor(readers: BookletReaders): string {
  if (readers === 'everybody') return '全部政策';
  return 'audience' in readers ? readers.audience.title : readers.place.name;
}

function isFor(site: Site, data: PolicyDocument['data'], readers: BookletReaders): boolean {
  if (readers === 'everybody') return true;
  if ('audience' in readers) return data.audiences.includes(readers.audience.id);
  return data.places === undefined || concernedBy(site, data.places).has(readers.place.id);
}

/** Titles and keywords by the letter of their reading; words that differ only in their policies are one. */
function wordIndex(policies: readonly PolicyDocument[]): IndexLetter[] {
  const slugsOf = new Map<string, Set<string>>();
  for (const { slug, data } of policies) {
    for (const word of [data.title, ...(data.keywords ?? [])]) {
      slugsOf.set(word, (slugsOf.get(word) ?? new Set()).add(slug));
    }
  }
  const letters = new Map<string, (IndexWord & { reading: string })[]>();
  for (const [word, slugs] of slugsOf) {
    const letter = titleLetter(word);
    const entry = { word, slugs: [...slugs], reading: syllablesOf(word).join(' ') };
    letters.set(letter, [...(letters.get(letter) ?? []), entry]);
  }
  return [...letters]
    .toSorted(([a], [b]) => letterPlace(a) - letterPlace(b))
    .map(([letter, words]) => ({
      letter,
      words: words
        .toSorted((a, b) => compare(a.reading, b.reading) || compare(a.word, b.word))
        .map(({ word, slugs }) => ({ word, slugs })),
    }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The group of people or the place with this id; undefined if there is none. */
export function findReaders(site: Site, kind: 'audience' | 'place', id: string): BookletReaders | undefined {
  if (kind === 'audience') {
    const [audience] = pick(site.audiences, [id]);
    return audience && { audience };
  }
  const [place] = pick(site.places, [id]);
  return place && { place };
}
