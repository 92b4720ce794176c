/** The search documents of a site: the texts that a page is found by, and what its result shows. */
import { addressOf, recordAddress } from '../documents/address.ts';
import { dayToApply } from '../documents/application-deadline.ts';
import type { Block } from '../documents/block.ts';
import { displayName } from '../documents/display-name.ts';
import type { ContentDocument } from '../documents/document.ts';
import { fraudGuides } from '../documents/fraud-guides.ts';
import { calledIn } from '../documents/named-contacts.ts';
import type { NameReading } from '../documents/pinyin.ts';
import { placeReadings } from '../documents/place-readings.ts';
import { textOfBlocks } from '../documents/plain-text.ts';
import { pick, placeAndAbove, publishedOn, type Site } from '../documents/site.ts';
import type { NoticeKind } from '../schema/notice-kinds.ts';
import { everydayWords } from './everyday-words.ts';
import { FRAUD_PHONE, fraudWords } from './fraud.ts';
import { FRAUD_TOKEN } from './fraud-prefilter.ts';
import { hasEnded, type ValidityPeriod } from './has-ended.ts';
import { mattersOf } from './national-lines.ts';
import type { ResultType } from './result-types.ts';

/** The data for showing a result, in Pagefind's fragment. All strings: a fragment has no other type. */
export interface ResultFacts extends ValidityPeriod {
  title: string;
  type: ResultType;
  /** Telephone of the first contact. */
  phone?: string;
  /** Where the telephone numbers are in what is shown, in the form of phone-positions.ts. */
  phones?: string;
  /** The line break positions of the title, in the form of client/insert-line-breaks.ts. */
  breaks?: string;
}

export interface SearchDocument {
  /** URL path from the top of the site. */
  address: string;
  facts: ResultFacts;
  /** Fields with the largest weights, see FIELD_WEIGHTS. */
  title: string;
  keywords: string[];
  /** Internal tokens, which cannot be typed. */
  marks?: string[];
  /** Words indexed only as pinyin and skip-bigrams; as typed, the search recognises them without the index. */
  heard?: readonly string[];
  /** Words of questions that the page does not have; they weigh a little less than its lead. */
  asked?: readonly string[];
  /** Everyday words for its subject. */
  synonyms?: readonly string[];
  /** Words near its subject; they weigh as text, and are not shown. */
  near?: readonly string[];
  /** The readings of places that it names. */
  readings?: readonly NameReading[];
  /** The first sentences of the page, then the rest. */
  lead: string;
  text: string;
  filters: { type: string; action: string[]; audience: string[]; place: string[]; open: string[] };
  /** Whether it had ended when the month of the build began: a posting list that is truncated by this changes once a month. */
  isPast?: boolean;
}

/** Drops undefined properties. */
const given = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;

type UndatedDocument = Omit<SearchDocument, 'filters'> & { filters: Omit<SearchDocument['filters'], 'open'> };

/** Adds the filter for policies and notices that have not ended on the day of the build. */
function withOpen(document: UndatedDocument, today: string): SearchDocument {
  const canEnd = document.facts.type === 'policy' || document.facts.type === 'notice';
  return {
    ...document,
    filters: { ...document.filters, open: canEnd && !hasEnded(document.facts, today) ? ['yes'] : [] },
    isPast: canEnd && hasEnded(document.facts, `${today.slice(0, 'YYYY-MM'.length)}-01`),
  };
}

const isGiven = (text: string | undefined): text is string => text !== undefined;

/** Adds the readings of the places in title and keywords. */
function withReadings(document: UndatedDocument, all: readonly NameReading[]): UndatedDocument {
  const names = [document.title, ...document.keywords].join('\n');
  const readings = all.filter(({ name }) => names.includes(name));
  return readings.length === 0 ? document : { ...document, readings };
}

/** Adds the names of groups in title and keywords, so that their initials alone find the page: cjr for 残疾人补贴, before 柴鸡认定. */
function withGroupNames(document: UndatedDocument, groups: readonly string[]): UndatedDocument {
  const names = [document.title, ...document.keywords].join('\n');
  const named = groups.filter((group) => names.includes(group));
  return named.length === 0 ? document : { ...document, heard: [...(document.heard ?? []), ...named] };
}

/** Adds what villagers call the subject of a policy or guide. */
function withEverydayWords(document: UndatedDocument): UndatedDocument {
  const { facts, title, keywords, asked = [] } = document;
  if (facts.type !== 'policy' && facts.type !== 'guide') return document;
  // Thousands of pages may be for one group: its name does not identify the subject of a page.
  const { same, near } = everydayWords([title, ...keywords], asked);
  return { ...document, synonyms: same, near };
}

/**
 * The search documents of a whole site. Their order does not depend on the day, and a new document is among the last: the index has pages by
 * their numbers, so another order would change all of its files.
 */
export function searchDocuments(site: Site): SearchDocument[] {
  const everywhere = ['*'];
  const placesOf = (ids: readonly string[] | undefined) =>
    ids === undefined ? everywhere : [...new Set(ids.flatMap((id) => placeAndAbove(site, id)))];
  const phoneOf = (ids: readonly string[]) => pick(site.contacts, ids)[0]?.phone;
  /** The telephones of a page outside its text, on one line. */
  const phonesOf = (ids: readonly string[], blocks: readonly Block[]) =>
    pick(site.contacts, [...new Set([...ids, ...calledIn(blocks)])])
      .map(({ phone }) => phone)
      .join('、');

  const policies = byPublication(site, site.policies).map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('policies', slug),
      facts: {
        title: data.title,
        type: 'policy',
        ...given({
          from: data.validFrom,
          until: data.validUntil,
          apply: dayToApply(data),
          terms: data.localTerms,
          phone: phoneOf(data.contacts),
        }),
      },
      title: data.title,
      keywords: data.keywords ?? [],
      // Thousands of pages may be for one group, so its name has less weight than a keyword of the editor.
      asked: pick(site.audiences, data.audiences).map(({ title }) => title),
      lead: [data.summary, ...data.keyPoints, ...data.benefit, ...data.eligibility].join('\n'),
      text: [
        ...data.steps.map(({ title, detail = '', where = '' }) => `${title}。${detail}${where}`),
        ...data.documents,
        ...data.basis.map(({ title, number = '', date = '' }) => `${title}${number} ${date}`),
        textOfBlocks(body.blocks),
        ...(data.exclusions ?? []),
        ...[data.applyBy, data.cost, ...data.steps.map(({ days }) => days)].filter(isGiven),
        phonesOf(data.contacts, body.blocks),
      ].join('\n'),
      filters: {
        type: 'policy',
        action: [data.action],
        audience: data.audiences,
        place: placesOf(data.places),
      },
    }),
  );
  const notices = byPublication(site, site.notices).map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('notices', slug),
      facts: {
        title: data.title,
        type: 'notice',
        starts: data.starts,
        ...given({ ends: data.ends, deadline: data.deadline, phone: phoneOf(data.contacts) }),
      },
      title: data.title,
      keywords: noticeKeywords[data.kind] ?? [],
      lead: [data.summary, data.where, ...pick(site.places, data.places).map(({ name }) => name)].join('\n'),
      text: [
        textOfBlocks(body.blocks),
        ...[data.pay, data.seats, data.starts, data.ends, data.deadline].filter(isGiven),
        phonesOf(data.contacts, body.blocks),
      ].join('\n'),
      filters: { type: 'notice', action: [], audience: [], place: placesOf(data.places) },
    }),
  );
  const stories = byPublication(site, site.stories).map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('stories', slug),
      facts: { title: data.title, type: 'story' },
      title: data.title,
      keywords: [
        displayName(data.person),
        ...pick(site.places, data.place ? [data.place] : []).map(({ name }) => name),
      ],
      lead: data.summary,
      text: [
        textOfBlocks(body.blocks),
        ...[data.quote, data.source?.title, data.source?.publisher].filter(isGiven),
        phonesOf([], body.blocks),
      ].join('\n'),
      filters: {
        type: 'story',
        action: [data.action],
        audience: [],
        place: placesOf(data.place ? [data.place] : undefined),
      },
    }),
  );
  const againstFraud = new Set(fraudGuides(site.guides).map(({ slug }) => slug));
  const guides = byPublication(site, site.guides).map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('pages', slug),
      facts: { title: data.title, type: 'guide' },
      title: data.title,
      ...(againstFraud.has(slug)
        ? { keywords: data.keywords ?? [], heard: fraudWords, marks: [FRAUD_TOKEN] }
        : { keywords: data.keywords ?? [] }),
      lead: data.summary,
      text: [textOfBlocks(body.blocks), phonesOf([], body.blocks)].join('\n'),
      filters: { type: 'guide', action: [], audience: [], place: everywhere },
    }),
  );
  const documents = [
    ...entryDocuments(site),
    ...builtInPages(),
    ...guides,
    ...stories,
    ...policies,
    ...notices,
  ];
  const readings = placeReadings(site.places);
  const groups = site.audiences.map(({ title }) => title);
  return documents.map((document) =>
    withOpen(withReadings(withGroupNames(withEverydayWords(document), groups), readings), site.today),
  );
}

/** In the order of their publication, those of one day by name. */
function byPublication<D extends ContentDocument>(site: Site, documents: readonly D[]): D[] {
  return documents
    .map((document) => ({
      document,
      key: `${publishedOn(site, document.collection, document.slug)} ${document.slug}`,
    }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ document }) => document);
}

/** The villagers' words for a kind of notice. */
const noticeKeywords: Partial<Record<NoticeKind, string[]>> = {
  job: ['招工', '找活', '找活干', '找工作', '打工', '干活'],
  training: ['培训', '学技术', '学手艺'],
  bus: ['班车', '坐车'],
  clinic: ['看病', '义诊', '体检'],
};

/** The help pages of the software. */
function builtInPages(): UndatedDocument[] {
  return [
    {
      address: '/accessibility/',
      facts: { title: '看不清、听不见、不识字，怎么用', type: 'guide' },
      title: '看不清、听不见、不识字，怎么用',
      keywords: [
        ...[
          '不识字',
          '不认字',
          '不认识字',
          '没文化',
          '字太小',
          '字小',
          '看不清',
          '看不见',
          '眼睛不好',
          '眼花',
          '老花眼',
          '视力不好',
        ],
        ...[
          '盲人',
          '瞎',
          '听不见',
          '听不清',
          '耳朵不好',
          '耳背',
          '聋',
          '手抖',
          '大字',
          '字大点',
          '字大一点',
          '大一点',
          '放大',
          '字号',
          '长辈版',
          '老年版',
        ],
        ...['读给我听', '念给我听', '读出来', '朗读', '语音', '无障碍'],
      ],
      lead: '看不清、听不见、不识字，也能用这个网站，一样一样教您。',
      text: '点右上角的长辈版，字变大，按钮也变大。点读给我听，手机念出来。每个政策都能打印成一张纸。',
      filters: { type: 'guide', action: [], audience: [], place: ['*'] },
    },
  ];
}

/** Number of search documents, without making them. */
export function countSearchDocuments(site: Site): number {
  const { guides, stories, policies, notices } = site;
  const made = [entryDocuments(site), builtInPages(), guides, stories, policies, notices];
  return made.reduce((count, { length }) => count + length, 0);
}

/** The URL paths of all pages in the index, each once, without anchors. */
export function searchableAddresses(site: Site): string[] {
  return [...new Set(searchDocuments(site).map(({ address }) => address.replace(/#.*$/, '')))];
}

function entryDocuments(site: Site): UndatedDocument[] {
  const entry = (
    type: ResultType,
    address: string,
    title: string,
    lead: string,
    { phone, text = '' }: { phone?: string; text?: string } = {},
  ): UndatedDocument => ({
    address,
    facts: { title, type, ...(phone && { phone }) },
    title,
    keywords: phone ? [phone] : [],
    ...(phone === FRAUD_PHONE && { marks: [FRAUD_TOKEN] }),
    // A national line is found by its matters, independent of the county's description.
    ...(phone && { asked: mattersOf(phone) }),
    lead,
    text,
    filters: { type, action: [], audience: [], place: ['*'] },
  });
  return [
    ...site.contacts.map(({ id, name, phone, for: reason, address = '', hours = '' }) =>
      entry('contact', recordAddress('contacts', id), `${name} ${phone}`, reason, {
        phone,
        text: [address, hours].filter((line) => line !== '').join('\n'),
      }),
    ),
    ...siteTelephone(site).map((phone) =>
      entry('contact', '/contacts/', `${site.about.name} ${phone}`, '这个网站的电话，每一页底下都有。', {
        phone,
      }),
    ),
    ...site.places.map(({ id, name }) =>
      entry('place', recordAddress('places', id), name, `${name}的通知、政策和故事`),
    ),
    ...site.glossary.map(({ id, term, plain }) => entry('word', recordAddress('glossary', id), term, plain)),
  ];
}

/** The number at the foot of every page, unless it is one of the contacts. */
function siteTelephone({ about, contacts }: Site): string[] {
  const { telephone } = about;
  return telephone === undefined || contacts.some(({ phone }) => phone === telephone) ? [] : [telephone];
}
