/**
 * The slice of the site that the page of one document depends on: the document, its link targets, and the small tables. The page
 * gets nothing else, so a page with an unchanged slice is taken from the cache.
 */
import { addressOf } from './address.ts';
import { type Block, isComponent } from './block.ts';
import { bodyJson } from './body-json.ts';
import type { ContentDocument } from './document.ts';
import { findOverlappingTerms } from './glossary-terms.ts';
import { namedContacts } from './named-contacts.ts';
import { picturesOf } from './photograph.ts';
import { relatedPolicies } from './related.ts';
import {
  type NoticeDocument,
  type PolicyDocument,
  pickDocuments,
  type Site,
  type StoryDocument,
  storiesOf,
} from './site.ts';
import { steadyDay } from './steady-day.ts';

/** How many other stories the page of a story shows. */
export const MAX_OTHER_STORIES = 2;

/** The part of the site that concerns one document; the tables of records stay the same lists. */
export function siteSliceFor(site: Site, document: ContentDocument): Site {
  const { collection, slug } = document;
  const address = addressOf(collection, slug);
  const policies = pickDocuments(site.policies, policiesFor(site, document));
  const stories = storiesFor(site, document);
  return {
    ...emptySite(site),
    today: steadyDay(site, address, { own: [document], others: [...policies, ...stories] }),
    policies: policies.toSorted((a, b) => indexIn(site.policies, a) - indexIn(site.policies, b)),
    stories,
    notices: collection === 'notices' ? [document as NoticeDocument] : [],
    glossary: wordsIn(document, site.glossary),
    ledger: site.ledger.length > 0 ? (ledgerOf(site.ledger).get(address) ?? []) : [],
    history: Object.fromEntries(
      [`${collection}/${slug}`, ...namedContacts(document).map((id) => `contacts/${id}`)].flatMap((key) => {
        const changes = site.history[key];
        return changes === undefined ? [] : [[key, changes]];
      }),
    ),
    photographs: Object.fromEntries(
      picturesOf(document).flatMap((picture) => {
        const photograph = site.photographs[picture];
        return photograph === undefined ? [] : [[picture, photograph]];
      }),
    ),
  };
}

/** The site for a page that shows only the given documents in a list; `address` is that of the page. */
export function siteForList(site: Site, address: string, documents: readonly ContentDocument[]): Site {
  return { ...emptySite(site), today: steadyDay(site, address, { own: [], others: documents }) };
}

/** The site without its documents: the frame of every page needs the rest. */
export function emptySite({ newsRecording: _, ...site }: Site): Site {
  return {
    ...site,
    policies: [],
    stories: [],
    notices: [],
    glossary: [],
    ledger: [],
    history: {},
    finder: [],
    photographs: {},
  };
}

/** The slugs of the policies that a document's page mentions. */
function policiesFor(site: Site, { collection, slug, data, body }: ContentDocument): string[] {
  const named = namedIn(body.blocks, 'PolicyLink', 'policy');
  if (collection === 'policies') {
    const policy = pickDocuments(site.policies, [slug]);
    const related = policy.flatMap((each) => relatedPolicies(site, each));
    const { replacedBy } = data as PolicyDocument['data'];
    return [
      ...new Set([slug, ...related.map((each) => each.slug), ...(replacedBy ? [replacedBy] : []), ...named]),
    ];
  }
  const own =
    collection === 'pages' ? [] : ((data as StoryDocument['data'] | NoticeDocument['data']).policies ?? []);
  return [...new Set([...own, ...named])];
}

function storiesFor(site: Site, document: ContentDocument): StoryDocument[] {
  if (document.collection === 'policies') return storiesOf(site, document as PolicyDocument);
  if (document.collection !== 'stories') return [];
  // The page omits its own story, so one more than it shows is needed if that is among the newest.
  const newest = site.stories.slice(0, MAX_OTHER_STORIES + 1);
  return newest.some(({ slug }) => slug === document.slug) ? newest : [...newest, document as StoryDocument];
}

/** The values of an attribute of all components of one kind in a body. */
function namedIn(blocks: readonly Block[], component: string, attribute: string): string[] {
  return blocks
    .filter(isComponent)
    .flatMap((block) => [
      ...(block.component === component ? [block.attributes[attribute] ?? ''] : []),
      ...namedIn(block.children, component, attribute),
    ]);
}

/** The glossary words that may occur, in the glossary's order; tags may be between two characters of one. */
function wordsIn({ data, body }: ContentDocument, glossary: Site['glossary']): Site['glossary'] {
  const said = JSON.stringify(data) + bodyJson(body);
  const found = new Set([
    ...findOverlappingTerms(said, glossary),
    ...findOverlappingTerms(said.replace(/<[^>]*>/g, ''), glossary),
  ]);
  return glossary.filter((word) => found.has(word));
}

const policyIndexes = new WeakMap<readonly PolicyDocument[], Map<PolicyDocument, number>>();

function indexIn(list: readonly PolicyDocument[], policy: PolicyDocument): number {
  let index = policyIndexes.get(list);
  if (index === undefined) {
    index = new Map(list.map((each, place) => [each, place]));
    policyIndexes.set(list, index);
  }
  return index.get(policy) ?? -1;
}

const ledgerIndexes = new WeakMap<Site['ledger'], Map<string, Site['ledger']>>();

/** The lines of the ledger by their address. */
function ledgerOf(ledger: Site['ledger']): Map<string, Site['ledger']> {
  let index = ledgerIndexes.get(ledger);
  if (index === undefined) {
    index = new Map();
    for (const line of ledger) index.set(line.address, [...(index.get(line.address) ?? []), line]);
    ledgerIndexes.set(ledger, index);
  }
  return index;
}
