/** Villagers find what they mean in their own words, in a county whose pages are about other things than the example's. */
import { beforeAll, describe, expect, test } from 'vitest';
import { everydayWords } from '../everyday-words.ts';
import { FRAUD_TOKEN } from '../fraud-prefilter.ts';
import { documentFixture, openSearchFixture } from './search-fixture.ts';

type Given = { title: string; keywords?: string[]; lead?: string; text?: string };

const policy = (address: string, { title, keywords = [], lead = '', text = '' }: Given) => {
  const { same, near } = everydayWords([title, ...keywords]);
  const facts = { title, type: 'policy' as const };
  return documentFixture(address, { title, keywords, lead, text, facts, synonyms: same, near });
};

let search: Awaited<ReturnType<typeof openSearchFixture>>;
beforeAll(async () => {
  search = await openSearchFixture([
    policy('/heating/', { title: '冬天取暖有补贴', lead: '一户一年给一次。' }),
    policy('/house/', { title: '危房改造', keywords: ['危房'], lead: '房子不安全的，帮着修。' }),
    policy('/old/', { title: '满80岁，每月领高龄津贴', keywords: ['高龄津贴'], lead: '80岁以上老人。' }),
    policy('/pension/', { title: '满60岁，按月领养老金', keywords: ['养老金'], lead: '满60岁的农民。' }),
    policy('/disabled/', {
      title: '有残疾证，每月能领补贴',
      keywords: ['残疾证'],
      lead: '不分年龄，每月发。',
    }),
    policy('/loan/', { title: '养殖户的贷款', keywords: ['贷款'], lead: '养殖缺本钱的可以问。' }),
    policy('/telephones/', { title: '有事打哪个电话', keywords: ['急救电话', '家暴'], lead: '常用的电话。' }),
    policy('/legal/', { title: '免费的法律援助', keywords: ['法律援助', '打官司'], lead: '请律师不花钱。' }),
    policy('/job/', { title: '就业困难的人，可申请公益性岗位', keywords: ['公益性岗位'] }),
    documentFixture('/fraud/', {
      title: '真的还是骗子',
      facts: { title: '真的还是骗子', type: 'guide' },
      text: '不要把密码和验证码告诉别人。',
      marks: [FRAUD_TOKEN],
    }),
  ]);
});

describe('an everyday query finds the page that calls it by another name', () => {
  test.each([
    ['家里烧煤给钱不', '/heating/'],
    ['俺家房子漏雨咋办', '/house/'],
    ['爷爷83岁每月领多少', '/old/'],
    ['爸爸70岁每月领多少', '/pension/'],
    ['老妈六十二了能领啥', '/pension/'],
    ['媳妇腿瘸了在哪办', '/disabled/'],
    ['借钱养牛', '/loan/'],
    ['想买羊差钱', '/loan/'],
    ['老公没活干', '/job/'],
    ['男人打我找谁', '/telephones/'],
    ['老公打我怎么办', '/telephones/'],
    ['丈夫打人找谁管', '/telephones/'],
    ['挨打了找谁', '/telephones/'],
    ['腿残了能领啥钱', '/disabled/'],
    ['眼睛看不见能领钱不', '/disabled/'],
    ['干活受伤老板不管', '/legal/'],
    ['工地摔了老板不管', '/legal/'],
  ])('%s', async (query, address) => {
    const { addresses, isGuess } = await search(query);
    expect([addresses[0], isGuess]).toEqual([address, false]);
  });
});

describe('a query that no page is about is still reported as not found', () => {
  test.each(['娃上户口要啥', '媳妇坐月子产假多少天', '牛得病了找谁', '苹果没人收卖不出去', '爷爷办公交卡'])(
    '%s',
    async (query) => expect((await search(query)).isGuess).toBe(true),
  );
});

test('an honest question with words of the guide against fraud does not lead to it', async () => {
  const { addresses, asksFraud } = await search('养老金密码忘了');
  expect([addresses[0], asksFraud]).toEqual(['/pension/', false]);
});

describe('a loan that has ended', () => {
  let loans: typeof search;
  const loan = (address: string, title: string, keywords: string[], text: string, until?: string) =>
    documentFixture(address, {
      title,
      keywords,
      text,
      facts: { title, type: 'policy', ...(until === undefined ? {} : { until }) },
    });
  beforeAll(async () => {
    loans = await openSearchFixture([
      loan('/ended/', '脱贫户的小额贷款', ['贷款', '扶贫贷款'], '不用抵押，到期要还。', '2025-12-31'),
      loan('/open/', '想种想养，问小额贷款', ['贷款', '小额贷款'], '先问银行。'),
    ]);
  });

  test.each(['贷款', '小额贷款', '贷款要不要抵押', '想贷款抵押啥'])(
    'is not shown before one that can still be applied for: %s',
    async (query) => expect((await loans(query)).addresses[0]).toBe('/open/'),
  );

  test.each(['扶贫贷款', '以前的贷款要抵押吗', '贷款到期还不起咋办'])(
    'is first if the query names it or asks about what was: %s',
    async (query) => expect((await loans(query)).addresses[0]).toBe('/ended/'),
  );
});

describe('a specific word before a general one', () => {
  let county: typeof search;
  beforeAll(async () => {
    const crops = Array.from({ length: 30 }, (_, index) =>
      policy(`/corn-${index}/`, { title: `玉米第${index}种种法`, lead: '玉米怎么种。' }),
    );
    county = await openSearchFixture([
      ...crops,
      policy('/disabled/', { title: '有残疾证，每月能领补贴', keywords: ['残疾证', '补贴'] }),
      policy('/loan/', { title: '养殖户的贷款', keywords: ['贷款'], lead: '养殖缺本钱的可以问。' }),
      policy('/pension/', { title: '居民养老保险', keywords: ['养老保险'] }),
      documentFixture('/word/', {
        title: '户籍',
        facts: { title: '户籍', type: 'word' },
        lead: '就是户口。',
      }),
    ]);
  });

  test('decides what is first, although more pages have it', async () => {
    expect((await county('玉米补贴')).addresses[0]).toMatch(/^\/corn-/);
  });

  test.each(['装修贷款', '买车贷款', '车保险', '房产证抵押贷款', '退耕还林钱'])(
    'is not answered by a page about the general one: %s',
    async (query) => expect((await county(query)).isGuess).toBe(true),
  );

  test.each(['养牛贷款', '想要贷款', '打算贷款', '交保险', '养老宝险'])(
    'is answered if a page is about it, or if it is no subject: %s',
    async (query) => expect((await county(query)).isGuess).toBe(false),
  );

  test('is not answered by the explanation of a word when the query asks how to do something', async () => {
    expect((await county('户籍咋迁')).isGuess).toBe(true);
    expect((await county('户籍是啥意思')).isGuess).toBe(false);
  });
});
