/** Villagers find what they mean in their own words, in a county whose pages are about other things than the example's. */
import { beforeAll, describe, expect, test } from 'vitest';
import { everydayWords } from '../everyday-words.ts';
import { FRAUD_TOKEN } from '../fraud.ts';
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
