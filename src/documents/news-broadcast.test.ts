/** What the loudspeaker says of the news. */
import { expect, test } from 'vitest';
import { type ContentDocument, noDocuments } from './document.ts';
import { newsScript } from './news-broadcast.ts';
import { createSite } from './site.ts';

const policy = (slug: string, data: object) =>
  ({
    collection: 'policies',
    slug,
    body: { blocks: [], headings: [] },
    data: { title: slug, summary: '可以申请。', reviewedOn: '2026-01-01', audiences: [], ...data },
  }) as unknown as ContentDocument<'policies'>;

function scriptOf(policies: ContentDocument<'policies'>[]): string[] {
  const ledger = policies.map(({ slug }) => ({ address: `/policies/${slug}/`, since: '2025-01-01' }));
  const about = { name: '明白纸', url: 'https://www.county.example/', telephone: '12345' };
  return newsScript(
    createSite({ ...noDocuments(), policies }, { site: about, ledger, finder: [] }, '2026-11-23'),
    7,
  );
}

test('what closes soon is said with its day, and the telephone twice', () => {
  expect(scriptOf([policy('雨露补助', { applyBy: '2026-11-26' })])).toEqual([
    '乡亲们，请听好。',
    '这几天有这些新的。',
    '快截止的。',
    '雨露补助，十一月二十六日星期四截止。',
    '有不明白的，打电话问。',
    '号码是，幺二三四五。',
    '再说一遍，幺二三四五。',
    '谢谢大家。',
  ]);
});

test('without news it says so', () => {
  expect(scriptOf([])[1]).toBe('这几天没有新的。以前的都还在。');
});
