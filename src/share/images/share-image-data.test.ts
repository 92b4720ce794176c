/** The content of a poster: everything needed to act, nothing that has ended, and no name that must not be shown. */
import { describe, expect, test } from 'vitest';
import { noDocuments } from '../../documents/document.ts';
import { shortAddress } from '../../documents/short-address.ts';
import { createSite, type Site } from '../../documents/site.ts';
import { type ShareableDocument, shareImageData } from './share-image-data.ts';

const body = { blocks: [], headings: [] };
const action = { id: 'jing-lao', title: '孝亲敬老', summary: '五样都管。', icon: 'house', order: 1 };
const contact = { id: 'tel', name: '政务服务热线', phone: '12345', for: '不知道找谁' };

const policyData = {
  title: '家里困难，可以申请低保',
  summary: '收入低的可以申请。',
  action: 'jing-lao',
  audiences: ['lao-ren'],
  keyPoints: ['去乡镇政府申请', '申请不收钱'],
  benefit: ['每月一笔钱'],
  eligibility: ['全家人均收入低'],
  steps: [{ title: '去乡镇政府' }],
  documents: [],
  contacts: ['tel'],
  basis: [{ title: '社会救助暂行办法', issuer: '国务院' }],
  reviewedOn: '2026-11-20',
  reviewBy: '2027-05-20',
  reviewer: '县民政局',
};
const storyData = {
  title: '徐某进厂了',
  summary: '原来打零工。',
  person: { name: '徐平平', show: 'surname' as const },
  date: '2026-05-30',
  action: 'jing-lao',
  policies: ['di-bao'],
  consent: { kind: 'written' as const, date: '2026-05-01' },
};
const noticeData = {
  title: '腊月初八免费量血压',
  summary: '不用预约。',
  kind: 'clinic' as const,
  starts: '2027-01-15 09:00',
  deadline: '2027-01-10',
  where: '村委会院里',
  contacts: ['tel'],
  seats: '30',
};

const policy = (more: object = {}) =>
  ({ collection: 'policies', slug: 'di-bao', data: { ...policyData, ...more }, body }) as ShareableDocument;
const story = (more: object = {}) =>
  ({ collection: 'stories', slug: 'xu', data: { ...storyData, ...more }, body }) as ShareableDocument;
const notice = (more: object = {}) =>
  ({ collection: 'notices', slug: 'xue-ya', data: { ...noticeData, ...more }, body }) as ShareableDocument;

function siteOn(today: string, url = 'https://www.county.example/mingbai/'): Site {
  const documents = { ...noDocuments(), actions: [action], contacts: [contact] };
  documents.policies = [policy()] as typeof documents.policies;
  return createSite(documents, { site: { name: '示例县明白纸', url }, ledger: [], finder: [] }, today);
}
const today = siteOn('2026-11-23');

/** The whole text of a notice's poster, and the line of its card. */
function said(more: object) {
  const { sections, subtitle, ended } = shareImageData(today, notice(more));
  return {
    line: subtitle,
    over: ended?.text,
    all: sections.flatMap(({ heading, items }) => [heading, ...items]).join('\n'),
  };
}

describe('the poster of a notice of several days', () => {
  const days = { starts: '2026-11-20 09:00', ends: '2026-11-28 17:00', deadline: undefined };

  test('shows that it is on, and until when', () => {
    const { line, over, all } = said(days);
    expect(all).toContain('2026年11月20日上午9点（星期五）开始，正在进行');
    expect(all).toContain('结束\t2026年11月28日下午5点（星期六）');
    expect(line).toContain('到2026年11月28日');
    expect(over).toBeUndefined();
    expect(all).not.toContain('就在今天');
  });

  test('shows when signing up is no longer possible, and when it has ended', () => {
    expect(said({ ...days, deadline: '2026-11-18' }).all).toContain('报名已经截止');
    expect(said({ ...days, starts: '2026-11-20', ends: '2026-11-22 17:00' }).over).toBe('这件事已经过去了。');
    expect(said({ ...days, starts: '2026-11-20 09:00', ends: '2026-11-23' }).over).toBeUndefined();
  });
});

test('the poster of a policy after its last day to apply states that', () => {
  const { ended, hue, sections } = shareImageData(today, policy({ applyBy: '2026-11-20' }));
  expect(ended).toEqual({
    label: '申请已截止',
    text: '2026年11月20日申请已经截止。没赶上的，打电话问问还有没有下一次。',
  });
  expect([hue, sections.some(({ layout }) => layout === 'deadline')]).toEqual(['soft', false]);
});
const says = (document: ShareableDocument, site = today) => JSON.stringify(shareImageData(site, document));
const items = (document: ShareableDocument, heading: string, site = today) =>
  shareImageData(site, document).sections.find((part) => part.heading === heading)?.items;

describe('a policy', () => {
  test('shows the key points, the conditions, and the number to call', () => {
    expect(items(policy(), '记住这几条')).toEqual(policyData.keyPoints);
    expect(items(policy(), '谁能办')).toEqual(policyData.eligibility);
    expect(shareImageData(today, policy()).contacts).toEqual([{ name: '政务服务热线', phone: '12345' }]);
  });

  test.each([
    ['a day', { applyBy: '2026-12-31' }, '2026年12月31日以前'],
    ['words', { applyBy: '全年都能办' }, '全年都能办'],
    [
      'words and a last day',
      { applyBy: '全年都能办', validUntil: '2027-12-31' },
      '全年都能办，办到2027年12月31日',
    ],
    ['a first day that is still to come', { validFrom: '2027-01-01' }, '2027年1月1日开始'],
  ])('shows the end: %s', (_, more, words) => {
    expect(items(policy(more), '什么时候办')).toEqual([words]);
  });

  test('without a deadline shows none', () => {
    expect(items(policy(), '什么时候办')).toBeUndefined();
  });

  test('that has ended is grey, states it, and no longer shows the conditions', () => {
    const facts = shareImageData(siteOn('2027-01-01'), policy({ validUntil: '2026-12-31' }));
    expect([facts.hue, facts.ended?.text]).toEqual(['soft', '2026年12月31日已经结束，现在不能办了。']);
    expect(facts.sections.map(({ heading }) => heading)).toEqual(['记住这几条']);
  });

  test('leads to its short address, below the path of the site', () => {
    const url = `https://www.county.example/mingbai${shortAddress('policies', 'di-bao')}`;
    expect(shareImageData(today, policy()).url).toBe(url);
  });
});

describe('a story', () => {
  test('names the person only as far as agreed', () => {
    expect(says(story())).toContain('徐某');
    expect(says(story())).not.toContain('徐平平');
    const alias = story({ person: { name: '徐平平', show: 'alias', alias: '老李' } });
    expect(says(alias)).toContain('老李（化名）');
    expect(says(alias)).not.toContain('徐平平');
  });

  test('quotes the person if there is a quotation', () => {
    const quoted = says(story({ quote: '在家门口就能挣钱。' }));
    expect(quoted).toContain('“在家门口就能挣钱。”');
    expect(quoted).toContain('—— 徐某');
  });

  test('without a quotation puts no words into the person’s mouth', () => {
    expect(says(story())).toContain('徐某的故事');
    expect(says(story())).not.toContain('——');
  });

  test('shows the benefits for the reader, and the number to call', () => {
    expect(items(story(), '您也可以办')).toEqual([policyData.title]);
    expect(shareImageData(today, story()).contacts[0]?.phone).toBe('12345');
  });
});

describe('a notice', () => {
  test('shows date, place, seats, and the last day to sign up', () => {
    const said = says(notice());
    expect(said).toContain('2027年1月15日上午9点（星期五）');
    expect(said).toContain('村委会院里');
    expect(said).toContain('30人');
    expect(items(notice(), '报名截止')).toEqual(['2027年1月10日（星期日）']);
  });

  test('that has ended states it and does not invite anybody to sign up', () => {
    const facts = shareImageData(siteOn('2027-01-16'), notice());
    expect([facts.hue, facts.ended?.text]).toEqual(['soft', '这件事已经过去了。']);
    expect(facts.sections.some(({ layout }) => layout === 'deadline')).toBe(false);
  });
});

test('a text too long for a poster ends at a pause and points to the rest', () => {
  const long = `${'这一条写得很长很长，'.repeat(30)}完。`;
  const [shown = ''] = items(policy({ eligibility: [long] }), '谁能办') ?? [];
  expect(shown.length).toBeLessThanOrEqual(120);
  expect(shown).toMatch(/很长……扫码看全$/);
});
