/** The texts that a cadre pastes into a group and reads over the loudspeaker, of the county's own documents and of awkward ones. */
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCorpus } from '../corpus/index.ts';
import { broadcastOf } from './broadcast.ts';
import type { ContentDocument } from './document.ts';
import { noDocuments } from './document.ts';
import { MAX_MESSAGE_LENGTH, messageOf } from './message.ts';
import { shortAddress } from './short-address.ts';
import { createSite, type Site } from './site.ts';

const corpus = readCorpus(fileURLToPath(new URL('../../content', import.meta.url)), 'content');
const county = createSite(corpus.documents, corpus, '2026-11-23');
const documents: ContentDocument[] = [...county.policies, ...county.stories, ...county.notices];
const named = (slug: string) => documents.find((document) => document.slug === slug) as ContentDocument;

test('a message reads well in a chat bubble', () => {
  expect(messageOf(county, named('yang-lao-bao-xian'))).toMatchInlineSnapshot(`
    "【满60岁，按月领居民养老金】
    没有单位的人，从16岁起每年交一点钱，交够15年，满60岁就按月领养老金。
    1. 满60岁，交够15年，按月领养老钱。
    2. 国家给的那份，每月最低163元。
    3. 领上以后，每年要“认证”一次。
    每年都能交，哪几个月交，打12333问。
    有疑问，打12333（社保就业热线）。
    详细看：https://mingbai.example/s/4kufx/"
  `);
});

test('the message of an ended policy says so, and names the replacement', () => {
  expect(messageOf(county, named('xiao-e-xin-dai'))).toContain(
    '2025年12月31日已经结束，现在不能办了，请看《想种想养缺本钱，问小额贷款》。',
  );
});

test('a script can be read out as it is', () => {
  expect(broadcastOf(county, named('xu-ping-da-gong'))).toMatchInlineSnapshot(`
    "乡亲们，请听好。
    说一件身边的事，不再打零工，徐平进厂挣工资。
    团柏乡的徐平不打零工了，二〇一九年进了铝厂。
    厂里一个月能挣三四千元。
    下面的话，请您记住。
    您也可以办，找工作难，可申请公益岗位。
    再说一遍。
    您也可以办，找工作难，可申请公益岗位。
    有不明白的，打电话问。
    政务服务热线，幺二三四五。
    再说一遍，幺二三四五。
    听明白了，也告诉左邻右舍。
    谢谢大家。
    （慢慢念一遍，约一分钟。）"
  `);
});

test('the script of a policy says its points and its telephone twice', () => {
  const script = broadcastOf(county, named('di-bao'));
  for (const words of ['第一，一家人平均挣得太少，就去问低保。', '第三，申请低保不收钱', '幺二三四五']) {
    expect(script.split(words), words).toHaveLength(3);
  }
});

/** A notice of the county's site, on the day of the site. */
function notice(fields: object): { message: string; script: string } {
  const document = {
    collection: 'notices',
    slug: 'pei-xun',
    data: {
      title: '电工培训班',
      summary: '免费学电工，管午饭',
      kind: 'training',
      where: '镇政府二楼',
      contacts: ['tel-12333'],
      ...fields,
    },
    body: { blocks: [], headings: [] },
  } as unknown as ContentDocument<'notices'>;
  const site = createSite({ ...corpus.documents, notices: [document] }, corpus, '2026-11-23');
  return { message: messageOf(site, document), script: broadcastOf(site, document) };
}

describe('a notice of several days', () => {
  const days = { starts: '2026-11-20 09:00', ends: '2026-11-28 17:00' };

  test('says when it begins and when it ends, each in one breath, and that it is on', () => {
    const { message, script } = notice(days);
    expect(message).toContain(
      '开始：2026年11月20日（星期五）上午9点。\n结束：2026年11月28日（星期六）下午5点。',
    );
    expect(message).toContain('正在进行。');
    expect(script).toContain('开始，二〇二六年十一月二十日星期五上午九点。');
    expect(script.split('\n')).toContain('正在进行。');
    expect(message + script).not.toContain('就在今天');
  });

  test('no longer invites people to sign up once that is closed', () => {
    expect(notice({ ...days, deadline: '2026-11-18' }).message).toContain('正在进行，报名已经截止。');
    expect(notice({ ...days, deadline: '2026-11-25' }).message).toContain('报名截止：2026年11月25日');
  });
});

test('a notice of one day says its hours in one line', () => {
  const when = (fields: object) => /(?<=时间：).*(?=。)/.exec(notice(fields).message)?.[0];
  expect(when({ starts: '2026-12-05', ends: '2026-12-05 17:00' })).toBe(
    '2026年12月5日（星期六），下午5点结束',
  );
  expect(when({ starts: '2026-12-05 09:00', ends: '2026-12-05' })).toBe('2026年12月5日（星期六）上午9点');
  expect(when({ starts: '2026-12-05 09:00', ends: '2026-12-05 11:30' })).toBe(
    '2026年12月5日（星期六）上午9点到上午11点30分',
  );
});

test('a document that is over says so first, and calls nobody', () => {
  const { message, script } = notice({ starts: '2026-11-20', ends: '2026-11-22 17:00' });
  expect(message.split('\n').slice(0, 2)).toEqual(['【电工培训班】', '这件事已经过去了。']);
  expect(script).toContain('今天说的是，电工培训班。\n这件事已经过去了。');
  expect(script).not.toMatch(/请您记住|镇政府二楼/);
});

describe.each(documents.map((document): [string, ContentDocument] => [document.slug, document]))(
  '%s',
  (_, document) => {
    test('message: short enough, with its address', () => {
      const message = messageOf(county, document);
      expect([...message].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
      expect(message).toContain(document.data.title);
      expect(message).toContain(`https://mingbai.example${shortAddress(document.collection, document.slug)}`);
    });

    test('script: opens with 乡亲们, one breath a line, no figure left', () => {
      const lines = broadcastOf(county, document).split('\n');
      expect(lines[0]).toMatch(/^乡亲们/);
      expect(lines.filter((line) => [...line].length > 25 || /[\d%~]/.test(line))).toEqual([]);
    });
  },
);

const texts = (most: number) =>
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: most }).filter((text) => text.trim() !== '');
const awkward = fc.record(
  {
    title: texts(24),
    summary: texts(60),
    keyPoints: fc.array(texts(30), { minLength: 1, maxLength: 3 }),
    applyBy: fc.constantFrom('全年都能办', '2027-01-31', '2026-01-01'),
    validFrom: fc.constantFrom('2026-01-01', '2027-01-01'),
    validUntil: fc.constantFrom('2026-10-01', '2027-10-01'),
  },
  { requiredKeys: ['title', 'summary', 'keyPoints'] },
);

test('the longest policy of a site with a long address still fits, and never loses its address', () => {
  fc.assert(
    fc.property(awkward, fc.nat(120), (fields, pathLength) => {
      const policy = {
        collection: 'policies',
        slug: 'a',
        data: { ...fields, contacts: ['tel'] },
        body: { blocks: [], headings: [] },
      } as unknown as ContentDocument<'policies'>;
      const contacts = [{ id: 'tel', name: '长'.repeat(60), phone: '0357-5122345', for: '问' }];
      const url = `https://www.county.example/${'m'.repeat(pathLength)}/`;
      const site: Site = createSite(
        { ...noDocuments(), policies: [policy], contacts },
        { site: { name: '明白纸', url }, ledger: [], finder: [] },
        '2026-11-23',
      );
      const message = messageOf(site, policy);
      expect([...message].length).toBeLessThanOrEqual(MAX_MESSAGE_LENGTH);
      expect(message).toContain(shortAddress('policies', 'a'));
      const script = broadcastOf(site, policy).split('\n');
      expect(script.filter((line) => [...line].length > 25)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});
