/**
 * Merges the pages of many counties: the same policy of a hundred counties is one page of the province's index. Counties change its amounts,
 * telephones and single paragraphs, so equal bytes would not find it; address, title and most of the words do.
 */
import { lastDayOf } from '../fragment-id.ts';
import type { ResultType } from '../result-types.ts';
import type { ResultFacts } from '../search-documents.ts';
import { openTermWeights } from '../term-weights.ts';
import { type PageTerms, termOf, WEIGHT_STEPS } from '../token-cache.ts';
import { openVocabulary, type Vocabulary } from '../vocabulary.ts';
import { type Differences, formatCounties, type ProvinceFacts } from './province-facts.ts';
import type { CountyIndex, CountyPage } from './read-county-index.ts';

/** A county of the province by its id in province.yml. */
export interface IndexedCounty {
  id: string;
  index: CountyIndex;
}

/** A page that one or more counties have. */
export interface MergedPage {
  address: string;
  facts: ProvinceFacts;
  /** The sentences that the page has in every county. */
  content: string;
  /** The words of all counties' pages, each with its largest weight. */
  terms: PageTerms;
}

export interface MergedPages {
  /** Those of several counties first. */
  pages: MergedPage[];
  /** Number of the pages of several counties. */
  shared: number;
  vocabulary: Vocabulary;
}

/**
 * Share of the words that two pages have in common, of all words of both, from which on they are one. A policy with other rates, telephones
 * and one other paragraph has 0.8 and more in common with that of its base.
 */
const MIN_COMMON_WORDS = 0.6;

/** Types of which a county may have another version. In a notice, a story or a place each word may be what matters: they are one only if equal. */
const VARYING_TYPES: readonly ResultType[] = ['policy', 'guide', 'word'];

/** One page in some counties. */
interface Group {
  first: CountyPage & { ids: ReadonlySet<number> };
  pages: CountyPage[];
  counties: string[];
  /** Terms in the ids of the province, one for each different page. */
  terms: PageTerms[];
}

/** The pages of all counties; of those in several and of the others, each in the order of the counties and of their pages. */
export function mergePages(counties: readonly IndexedCounty[]): MergedPages {
  const vocabulary = openVocabulary();
  const groups = new Map<string, Group[]>();
  const all: Group[] = [];
  for (const { id, index } of counties) {
    const idOfWord = Uint32Array.from(index.words, vocabulary.idOf);
    for (const page of index.pages) {
      const terms = page.terms.map(
        (term) => (idOfWord[termOf(term)] ?? 0) * WEIGHT_STEPS + (term % WEIGHT_STEPS),
      );
      const key = JSON.stringify([page.facts.type, page.address, page.facts.title]);
      const sameName = groups.get(key) ?? [];
      const group = sameName.find((each) => !each.counties.includes(id) && isSamePage(each, terms));
      if (group === undefined) {
        const ids = new Set(Array.from(terms, termOf));
        const added = { first: { ...page, ids }, pages: [page], counties: [id], terms: [terms] };
        groups.set(key, [...sameName, added]);
        all.push(added);
      } else {
        group.pages.push(page);
        group.counties.push(id);
        if (!group.terms.some((each) => areEqual(each, terms))) group.terms.push(terms);
      }
    }
  }
  const weights = openTermWeights();
  const ids = counties.map(({ id }) => id);
  return {
    pages: sharedFirst(all).map(({ pages, counties: having, terms }) => {
      for (const each of terms) for (const term of each) weights.add(termOf(term), term % WEIGHT_STEPS);
      return { ...combine(pages, formatCounties(having, ids)), terms: weights.drain() };
    }),
    shared: all.filter(isShared).length,
    vocabulary,
  };
}

const isShared = ({ counties }: Group) => counties.length > 1;

function sharedFirst(groups: readonly Group[]): Group[] {
  return [...groups.filter(isShared), ...groups.filter((group) => !isShared(group))];
}

function isSamePage({ first, terms: known }: Group, terms: PageTerms): boolean {
  if (known.some((each) => areEqual(each, terms))) return true;
  if (!VARYING_TYPES.includes(first.facts.type)) return false;
  let common = 0;
  for (const term of terms) if (first.ids.has(termOf(term))) common += 1;
  return common >= MIN_COMMON_WORDS * (first.ids.size + terms.length - common);
}

function areEqual(a: PageTerms, b: PageTerms): boolean {
  return a.length === b.length && a.every((term, at) => term === b[at]);
}

/** What can be shown of a page that several counties have: nothing that is true in some of them only. */
function combine(pages: readonly CountyPage[], counties: string): Omit<MergedPage, 'terms'> {
  const [first] = pages;
  if (first === undefined) throw new Error('A merged page has at least one page.');
  const isSame = (of: (page: CountyPage) => unknown) => pages.every((page) => of(page) === of(first));
  const hasSameDates = isSame(({ facts }) => JSON.stringify(datesOf(facts)));
  const hasSamePhone = isSame(({ facts }) => facts.phone);
  const isAnyUnknown = pages.some(({ facts }) => facts.terms === 'unknown');
  const hasSameText = hasSamePhone && isSame(({ content }) => content) && isSame(({ facts }) => facts.terms);
  const { phone, terms: _, ...others } = lastToEnd(pages).facts;
  const differs: Differences | undefined = hasSameDates ? (hasSameText ? undefined : 'text') : 'dates';
  return {
    address: first.address,
    facts: {
      ...others,
      ...(hasSamePhone && phone !== undefined && { phone }),
      ...(isAnyUnknown && { terms: 'unknown' }),
      counties,
      ...(differs && { differs }),
    },
    content: commonSentences(pages),
  };
}

const datesOf = ({ from, until, apply, starts, ends, deadline }: ResultFacts) => [
  from,
  until,
  apply,
  starts,
  ends,
  deadline,
];

/** The page that ends last, because a page has not ended before it has in all counties. */
function lastToEnd(pages: readonly CountyPage[]): CountyPage {
  const endOf = ({ facts }: CountyPage) => lastDayOf(facts) ?? '9999';
  return pages.reduce((last, page) => (endOf(page) > endOf(last) ? page : last));
}

/** A sentence, or a line without a full stop. */
const SENTENCE = /[^\s。！？][^。！？\n]*[。！？]*\n?/g;

/** The sentences of the first page that all others have: an amount or a telephone of one county is no answer for another. */
function commonSentences(pages: readonly CountyPage[]): string {
  const [first = '', ...others] = new Set(pages.map(({ content }) => content));
  if (others.length === 0) return first;
  const sets = others.map((content) => new Set(sentencesOf(content)));
  const text = (first.match(SENTENCE) ?? []).filter((each) => sets.every((set) => set.has(each.trim())));
  return text.join('').trim();
}

function sentencesOf(content: string): string[] {
  return (content.match(SENTENCE) ?? []).map((sentence) => sentence.trim());
}
