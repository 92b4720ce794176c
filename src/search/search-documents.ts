/** What the search knows of one page: the texts it is found by, and what its line in the results shows. */
import { addressOf, recordAddress } from '../documents/address.ts';
import type { Block } from '../documents/block.ts';
import { fraudGuides } from '../documents/fraud-guides.ts';
import { calledIn } from '../documents/named-contacts.ts';
import { shownName } from '../documents/person.ts';
import { textOfBlocks } from '../documents/plain-text.ts';
import { pick, placeAndAbove, type Site } from '../documents/site.ts';
import type { NoticeKind } from '../schema/notice-kinds.ts';
import { FRAUD_MARK, FRAUD_PHONE, fraudWords } from './fraud.ts';
import { hasEnded, type ValidityPeriod } from './has-ended.ts';
import { mattersOf } from './national-lines.ts';
import type { ResultType } from './result-types.ts';

/** What a line of the results shows; travels in Pagefind's fragment. All texts, because that is all it holds. */
export interface ResultFacts extends ValidityPeriod {
  title: string;
  type: ResultType;
  /** Whom to ring. */
  phone?: string;
  /** Where a line of the title may end, as `placeBreaks` reads it. */
  breaks?: string;
}

export interface SearchDocument {
  /** From the site's top. */
  address: string;
  facts: ResultFacts;
  /** Found by these first. */
  title: string;
  keywords: string[];
  /** Words that nobody types, under which the search itself looks the page up. */
  marks?: string[];
  /** Words that lead to it by their sound, or with a character wrong; typed as they are the search knows them itself. */
  heard?: readonly string[];
  /** Words by which people ask for it and that it does not say; they count a little less than what it says first. */
  asked?: readonly string[];
  /** What the page says first, then the rest. */
  lead: string;
  text: string;
  filters: { type: string; action: string[]; audience: string[]; place: string[]; open: string[] };
}

const given = <T extends object>(facts: T) =>
  Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined)) as Partial<
    Record<keyof T, string>
  >;

type UndatedDocument = Omit<SearchDocument, 'filters'> & { filters: Omit<SearchDocument['filters'], 'open'> };

/** Of what has a term, what is not over on the day of the build can be asked for by itself. */
function withOpen(record: UndatedDocument, today: string): SearchDocument {
  const hasTerm = record.facts.type === 'policy' || record.facts.type === 'notice';
  return {
    ...record,
    filters: { ...record.filters, open: hasTerm && !hasEnded(record.facts, today) ? ['yes'] : [] },
  };
}

const isGiven = (text: string | undefined): text is string => text !== undefined;

/** The records of a whole site. */
export function searchDocuments(site: Site): SearchDocument[] {
  const everywhere = ['*'];
  const placesOf = (ids: readonly string[] | undefined) =>
    ids === undefined ? everywhere : [...new Set(ids.flatMap((id) => placeAndAbove(site, id)))];
  const phoneOf = (ids: readonly string[]) => pick(site.contacts, ids)[0]?.phone;
  /** The telephones that stand on a page beside its text, on one line. */
  const phonesOf = (ids: readonly string[], blocks: readonly Block[]) =>
    pick(site.contacts, [...new Set([...ids, ...calledIn(blocks)])])
      .map(({ phone }) => phone)
      .join('、');

  const policies = site.policies.map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('policies', slug),
      facts: {
        title: data.title,
        type: 'policy',
        ...given({
          from: data.validFrom,
          until: data.validUntil,
          terms: data.localTerms,
          phone: phoneOf(data.contacts),
        }),
      },
      title: data.title,
      keywords: data.keywords ?? [],
      // Thousands may be for one group: its name says less of each than a word that an editor chose.
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
  const notices = site.notices.map(
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
  const stories = site.stories.map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('stories', slug),
      facts: { title: data.title, type: 'story' },
      title: data.title,
      keywords: [
        shownName(data.person),
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
  const guides = site.guides.map(
    ({ slug, data, body }): UndatedDocument => ({
      address: addressOf('pages', slug),
      facts: { title: data.title, type: 'guide' },
      title: data.title,
      ...(againstFraud.has(slug)
        ? { keywords: data.keywords ?? [], heard: fraudWords, marks: [FRAUD_MARK] }
        : { keywords: data.keywords ?? [] }),
      lead: data.summary,
      text: [textOfBlocks(body.blocks), phonesOf([], body.blocks)].join('\n'),
      filters: { type: 'guide', action: [], audience: [], place: everywhere },
    }),
  );
  const records = [
    ...policies,
    ...notices,
    ...stories,
    ...guides,
    ...builtInPages(),
    ...entryDocuments(site),
  ];
  return records.map((record) => withOpen(record, site.today));
}

/** What villagers call a kind of notice. */
const noticeKeywords: Partial<Record<NoticeKind, string[]>> = {
  job: ['招工', '找活', '找活干', '找工作', '打工', '干活'],
  training: ['培训', '学技术', '学手艺'],
  bus: ['班车', '坐车'],
  clinic: ['看病', '义诊', '体检'],
};

/** The pages that come with the software and help to use it. */
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

/** How many pages the search knows. */
export function countSearchDocuments(site: Site): number {
  return searchDocuments(site).length;
}

/** The addresses of all pages that the search finds, each once, without anchors. */
export function searchableAddresses(site: Site): string[] {
  return [...new Set(searchDocuments(site).map(({ address }) => address.replace(/#.*$/, '')))];
}

function entryDocuments(site: Site): UndatedDocument[] {
  const small = (
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
    ...(phone === FRAUD_PHONE && { marks: [FRAUD_MARK] }),
    // A line of the whole country is found by what it is for, however the county has put it.
    ...(phone && { asked: mattersOf(phone) }),
    lead,
    text,
    filters: { type, action: [], audience: [], place: ['*'] },
  });
  return [
    ...site.contacts.map(({ id, name, phone, for: reason, address = '', hours = '' }) =>
      small('contact', recordAddress('contacts', id), `${name} ${phone}`, reason, {
        phone,
        text: [address, hours].filter((line) => line !== '').join('\n'),
      }),
    ),
    ...siteTelephone(site).map((phone) =>
      small('contact', '/contacts/', `${site.about.name} ${phone}`, '这个网站的电话，每一页底下都有。', {
        phone,
      }),
    ),
    ...site.places.map(({ id, name }) =>
      small('place', recordAddress('places', id), name, `${name}的通知、政策和故事`),
    ),
    ...site.glossary.map(({ id, term, plain }) => small('word', recordAddress('glossary', id), term, plain)),
  ];
}

/** The number at the foot of every page, where it is none of the contacts. */
function siteTelephone({ about, contacts }: Site): string[] {
  const { telephone } = about;
  return telephone === undefined || contacts.some(({ phone }) => phone === telephone) ? [] : [telephone];
}
