/** Which news a reader gets, and when: in the digest, in the text for the group, in the feed. */
import { describe, expect, test } from 'vitest';
import type { LedgerEntry } from '../schema/addresses.ts';
import { type ContentDocument, noDocuments } from './document.ts';
import { feedOf } from './feed.ts';
import { excludeSeen, isEmpty, type NewsKind, newsDigest } from './news.ts';
import { newsMessage } from './news-message.ts';
import { shortAddress } from './short-address.ts';
import { createSite, type Site } from './site.ts';

const today = '2026-11-23';
const body = { blocks: [], headings: [] };
const policy = (slug: string, data: object = {}) =>
  ({
    collection: 'policies',
    slug,
    body,
    data: { title: slug, summary: '可以申请。', reviewedOn: '2026-01-01', ...data },
  }) as unknown as ContentDocument<'policies'>;
const notice = (slug: string, data: object) =>
  ({
    collection: 'notices',
    slug,
    body,
    data: { title: slug, summary: '来听课。', ...data },
  }) as unknown as ContentDocument<'notices'>;

function siteOf(documents: ContentDocument[], ledger: LedgerEntry[] = []): Site {
  const since = (address: string) => ({ address, since: '2025-01-01' });
  const known = documents.map(({ collection, slug }) => since(`/${collection}/${slug}/`));
  const named = (name: string) => documents.filter(({ collection }) => collection === name);
  return createSite(
    {
      ...noDocuments(),
      policies: named('policies') as ContentDocument<'policies'>[],
      notices: named('notices') as ContentDocument<'notices'>[],
    },
    {
      site: { name: '明白纸', url: 'https://www.county.example/' },
      ledger: [...ledger, ...known],
      finder: [],
    },
    today,
  );
}

/** The lists that contain a document, of 7 and of 30 days. */
function told(document: ContentDocument, ledger: LedgerEntry[] = []): [NewsKind[], NewsKind[]] {
  const site = siteOf([document], ledger);
  const kinds = (days: number) =>
    Object.entries(newsDigest(site, days))
      .filter(([, news]) => news.length > 0)
      .map(([kind]) => kind as NewsKind);
  return [kinds(7), kinds(30)];
}

describe('a document is in the news', () => {
  test.each<[string, ContentDocument, NewsKind[], NewsKind[]]>([
    ['not at all, when nothing happens to it', policy('a'), [], []],
    ['when it was checked again', policy('a', { reviewedOn: '2026-11-20' }), ['changed'], ['changed']],
    ['when it closes in a week', policy('a', { validUntil: '2026-11-30' }), ['closing'], ['closing']],
    ['when it closes in a month', policy('a', { validUntil: '2026-12-23' }), [], ['closing']],
    [
      'when applying closes before it ends',
      policy('a', { applyBy: '2026-11-25', validUntil: '2027-12-31' }),
      ['closing'],
      ['closing'],
    ],
    ['when it starts', policy('a', { validFrom: '2026-12-01' }), [], ['starting']],
    ['when it has ended', policy('a', { validUntil: '2026-11-22' }), ['ended'], ['ended']],
    ['no longer when it ended long ago', policy('a', { validUntil: '2026-01-31' }), [], []],
    [
      'when signing up closes',
      notice('a', { starts: '2026-12-20', deadline: '2026-11-24 18:00' }),
      ['closing'],
      ['closing'],
    ],
    ['when it is held', notice('a', { starts: '2026-11-24 09:00' }), ['starting'], ['starting']],
    ['when it was held', notice('a', { starts: '2026-11-01', ends: '2026-11-02' }), [], ['ended']],
  ])('%s', (_, document, week, month) => {
    expect(told(document)).toEqual([week, month]);
  });

  test('when it was added, by the date in the ledger', () => {
    const ledger = [{ address: '/policies/a/', since: '2026-11-10' }];
    expect(told(policy('a'), ledger)).toEqual([[], ['added']]);
  });

  test('when it was withdrawn', () => {
    const ledger = [
      { address: '/notices/old/', since: '2025-01-01', withdrawn: '2026-11-20', reason: '活动取消了。' },
    ];
    expect(newsDigest(siteOf([], ledger), 7).ended).toMatchObject([
      { address: '/notices/old/', summary: '活动取消了。' },
    ]);
  });
});

test('the month does not repeat the week', () => {
  const site = siteOf([policy('a', { validUntil: '2026-11-25' }), policy('b', { validUntil: '2026-12-20' })]);
  const rest = excludeSeen(newsDigest(site, 30), newsDigest(site, 7));
  expect(rest.closing.map(({ title }) => title)).toEqual(['b']);
});

test('a site without news says so', () => {
  const site = siteOf([policy('a')]);
  expect(isEmpty(newsDigest(site, 7))).toBe(true);
  expect(newsMessage(site, 7)).toContain('没有新的');
});

test('the text for the group has first what closes first, with its day and short address', () => {
  const many = ['c', 'd', 'e', 'f', 'g', 'h'].map((slug) => policy(slug, { validUntil: '2026-11-20' }));
  expect(
    newsMessage(siteOf([policy('低保', { validUntil: '2026-11-30' }), ...many]), 7),
  ).toMatchInlineSnapshot(`
    "【明白纸】2026年11月23日，最近7天

    快截止的：
    · 低保，11月30日（星期一）截止 https://www.county.example/s/pmvnz/

    已经截止或结束的：
    · c https://www.county.example/s/jhyps/
    · d https://www.county.example/s/6xyps/
    · e https://www.county.example/s/rczps/
    · f https://www.county.example/s/cszps/
    · 还有2件

    全部在这里：https://www.county.example/digest/"
  `);
});

describe('the feed', () => {
  test('has a document again when it closes soon, from the day on which that enters the window', () => {
    const items = feedOf(siteOf([policy('a', { validUntil: '2026-12-20' })]));
    expect(items.map(({ title, url, date }) => [title, url, date])).toEqual([
      ['快截止：a', 'https://www.county.example/policies/a/#closing-2026-12-20', '2026-11-20'],
      ['a', 'https://www.county.example/policies/a/', '2025-01-01'],
    ]);
  });

  test('has no item of the future, no address twice, and at most 50 items', () => {
    const items = feedOf(
      siteOf(Array.from({ length: 60 }, (_, n) => policy(`a${n}`, { validUntil: '2026-12-23' }))),
    );
    expect(items).toHaveLength(50);
    expect(new Set(items.map(({ url }) => url)).size).toBe(50);
    expect(items.filter(({ date }) => date > today)).toEqual([]);
  });
});

test('short addresses are those of the documents', () => {
  const site = siteOf([policy('a', { reviewedOn: '2026-11-22' })]);
  expect(newsMessage(site, 7)).toContain(`https://www.county.example${shortAddress('policies', 'a')}`);
});
