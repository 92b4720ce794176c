/** A province finds each county by its name, and sees what is the same in all of them and what differs. */
import { describe, expect, test } from 'vitest';
import { addressIn, byLetter, frontCounties } from './counties.ts';
import { atomFeed } from './feed.ts';
import { madeCounty, madeDocument, madeNews, madeProvince, madeRate } from './front-fixture.ts';
import { provinceNews } from './news.ts';
import { isSame, rateTables } from './rate-tables.ts';
import { sharedDocuments, spreadOf } from './shared-documents.ts';

const day = '2026-11-28';
const countiesOf = (...counties: Parameters<typeof madeProvince>[0]) => frontCounties(madeProvince(counties));

describe('the list of counties', () => {
  test('is in the order of pinyin, as the people of a place say its name', () => {
    const counties = countiesOf(
      madeCounty('xx', '隰县'),
      madeCounty('ht', '洪洞县', { county: { name: '洪洞县', reading: 'hongtong' } }),
      madeCounty('fx', '汾西县'),
      madeCounty('px', '蒲县', {}, { name: '蒲县' }),
    );
    expect(byLetter(counties).map(({ letter, counties: [first] }) => `${letter} ${first?.name}`)).toEqual([
      'F 汾西县',
      'H 洪洞县',
      'P 蒲县',
      'X 隰县',
    ]);
    expect(counties.map(({ sounds }) => sounds)[1]).toBe('hong tong/dong xian');
  });

  test('tells two counties of one name apart, and says which is of another day', () => {
    const [a, b] = countiesOf(
      madeCounty('jiao-a', '郊区', { region: '示例省甲市郊区', day: '2026-11-20' }),
      madeCounty('jiao-b', '郊区', { region: '示例省乙市郊区' }),
    );
    expect([a?.region, a?.builtOn, b?.region, b?.builtOn]).toEqual([
      '示例省甲市郊区',
      '2026-11-20',
      '示例省乙市郊区',
      undefined,
    ]);
  });

  test('leads to where a county is, on the same host or another', () => {
    const [here, there] = countiesOf(
      madeCounty('a', '阿县', { url: 'https://www.province.example/sheng/a' }),
      madeCounty('b', '北县', { url: 'https://bei.example/b/' }),
    );
    expect(addressIn(here as never, '/policies/a/')).toBe('/sheng/a/policies/a/');
    expect(addressIn(there as never, '/')).toBe('https://bei.example/b/');
  });
});

test('a policy is the same everywhere, changed somewhere, or known only in some counties', () => {
  const counties = countiesOf(
    madeCounty('a', '阿县', { documents: [madeDocument('p'), madeDocument('q'), madeDocument('r')] }),
    madeCounty('b', '北县', { documents: [madeDocument('p'), madeDocument('q'), madeDocument('r')] }),
    madeCounty('c', '曹县', {
      documents: [
        madeDocument('p'),
        madeDocument('q', { hash: 'other', title: '改过的' }),
        madeDocument('own'),
      ],
    }),
  );
  const shared = sharedDocuments(counties);
  expect(shared.map((each) => [each.slug, spreadOf(each, counties.length)])).toEqual([
    ['p', 'everywhere'],
    ['q', 'changed'],
    ['r', 'some'],
  ]);
  expect(shared[1]?.different.map(({ county, title }) => `${county.name} ${title}`)).toEqual(['曹县 改过的']);
  expect(shared[1]?.title).toBe('编的政策q');
});

test('a policy that has ended everywhere is not listed', () => {
  const ended = { documents: [madeDocument('p', { status: 'ended' })] };
  expect(sharedDocuments(countiesOf(madeCounty('a', '阿县', ended), madeCounty('b', '北县', ended)))).toEqual(
    [],
  );
});

describe('the table of a rate', () => {
  const counties = countiesOf(
    madeCounty('a', '阿县', { rates: [madeRate(601)] }),
    madeCounty('b', '北县', {
      rates: [madeRate(701)],
      documents: [madeDocument('p', { rates: ['biao-zhun'] })],
    }),
    madeCounty('c', '曹县', { rates: [madeRate(999, '2026-06-30')] }),
    madeCounty('d', '大县', { rates: [madeRate(701)] }),
  );
  const [table] = rateTables(counties, day);

  test('has the highest first, and a value that has run out last and without its number', () => {
    expect(table?.rows.map(({ county, value, endedOn }) => [county.name, value?.value, endedOn])).toEqual([
      ['北县', 701, undefined],
      ['大县', 701, undefined],
      ['阿县', 601, undefined],
      ['曹县', undefined, '2026-06-30'],
    ]);
    expect(table?.range).toEqual({ low: '601元', high: '701元' });
  });

  test('leads to the policy that explains the amount', () => {
    expect(table?.rows[0]?.address).toBe('/b/policies/p/');
    expect(table?.rows[1]?.address).toBe('/d/');
  });

  test('comes after those that differ if all amounts are the same, and is left out for one county', () => {
    const same = countiesOf(
      madeCounty('a', '阿县', { rates: [madeRate(601), { ...madeRate(1), id: 'alone' }] }),
      madeCounty('b', '北县', { rates: [madeRate(601)] }),
    );
    expect(rateTables(same, day).map((each) => [each.id, isSame(each)])).toEqual([['biao-zhun', true]]);
    expect(table && isSame(table)).toBe(false);
  });
});

describe('the news of all counties', () => {
  const counties = countiesOf(
    madeCounty('a', '阿县', {
      documents: [madeDocument('a')],
      news: [madeNews(), madeNews({ kind: 'closing', date: '2026-12-01' })],
    }),
    madeCounty('b', '北县', {
      documents: [madeDocument('a')],
      news: [madeNews({ date: '2026-11-27' }), madeNews({ kind: 'closing', date: '2026-12-02' })],
    }),
    madeCounty('c', '曹县', {
      day: '2026-11-20',
      news: [madeNews({ title: '别的' }), madeNews({ kind: 'starting', date: '2026-11-25' })],
    }),
  );
  const shared = sharedDocuments(counties);

  test('are told once for all counties that have them, except with different days ahead', () => {
    const found = provinceNews(counties, shared, { day, days: 7 });
    expect(
      found.map(({ kind, news }) => [kind, ...news.map((n) => `${n.date} ${n.title} ${n.counties.length}`)]),
    ).toEqual([
      ['closing', '2026-12-01 编的消息 1', '2026-12-02 编的消息 1'],
      ['added', '2026-11-27 编的消息 2', '2026-11-26 别的 1'],
    ]);
    expect(found[1]?.news.map((each) => each.shared)).toEqual(['/policies/a/', '/policies/a/']);
  });

  test('keep their ids in the feed when another county tells the same', () => {
    const idsOf = (feed: string) => Array.from(feed.matchAll(/<entry><id>([^<]+)/g), ([, id]) => id);
    const about = { name: '示例省 & 市', url: 'https://www.province.example/sheng' };
    const before = atomFeed(about, counties.slice(0, 1), [], day);
    const after = atomFeed(about, counties, shared, day);
    expect(idsOf(after)).toEqual(expect.arrayContaining(idsOf(before)));
    expect(new Set(idsOf(after)).size).toBe(5);
    expect(idsOf(before)[0]).toMatch(
      /^https:\/\/www\.province\.example\/sheng\/digest\/#added-2026-11-26-[0-9a-f]{12}$/,
    );
    expect(after).toContain('<title>示例省 &amp; 市</title>');
    expect(after).toContain('<updated>2026-11-27T00:00:00+08:00</updated>');
    expect(before).toContain('href="https://www.province.example/a/policies/a/"');
  });
});
