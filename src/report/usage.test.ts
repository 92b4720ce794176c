/** What the office is told about the use of the site, from requests as they arrive. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readLogLine } from './access-log.ts';
import { createUsageCounter, type Usage } from './usage.ts';

const url = 'https://www.county.example/mingbai/';
const PHONE =
  'Mozilla/5.0 (Linux; Android 10; V2001A) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/86.0.4240.99 Mobile Safari/537.36 MicroMessenger/8.0.30';

interface Given {
  path: string;
  from?: string;
  agent?: string;
  status?: number;
  method?: string;
  day?: string;
  address?: string;
}

/** One line of nginx. */
const line = ({
  path,
  from = '-',
  agent = PHONE,
  status = 200,
  method = 'GET',
  day = '28',
  address = '10.0.0.1',
}: Given) =>
  `${address} - - [${day}/Nov/2026:10:00:00 +0800] "${method} ${path} HTTP/1.1" ${status} 100 "${from}" "${agent}"`;

function usageOf(requests: readonly Given[], year?: string): Usage {
  const counter = createUsageCounter({ url, year });
  for (const request of requests) counter.add(readLogLine(line(request)));
  return counter.result();
}

const home = `${url}`;

test('a page opened from a chat is a visit, the next one only a read', () => {
  const usage = usageOf([
    { path: '/mingbai/' },
    { path: '/mingbai/policies/di-bao/', from: home },
    { path: '/mingbai/policies/di-bao/', from: 'https://www.baidu.com/link', status: 304 },
    { path: '/mingbai/policies/di-bao/?from=groupmessage', from: 'https://www.county.example.evil/' },
  ]);
  expect([usage.reads, usage.visits]).toEqual([4, 3]);
  expect(usage.pages[0]).toEqual({ name: '/policies/di-bao/', count: 3 });
  expect(usage.months).toEqual([{ month: '2026-11', reads: 4, visits: 3 }]);
});

test('a scanned code is one visit and one read, though it redirects', () => {
  const usage = usageOf([
    { path: '/mingbai/s/ab2cd/' },
    { path: '/mingbai/policies/di-bao/', from: `${url}s/ab2cd/` },
  ]);
  expect([usage.visits, usage.reads, usage.shortAddresses]).toEqual([
    1,
    1,
    [{ name: '/s/ab2cd/', count: 1 }],
  ]);
});

test.each([
  ['Baidu', 'Mozilla/5.0 (compatible; Baiduspider/2.0; +http://www.baidu.com/search/spider.html)'],
  ['360', 'Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/80 Safari/537.36; 360Spider'],
  ['Sogou', 'Sogou web spider/4.0(+http://www.sogou.com/docs/help/webmasters.htm#07)'],
  [
    'Bytedance',
    'Mozilla/5.0 (Linux; Android 5.0) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; Bytespider; https://zhanzhang.toutiao.com/)',
  ],
  ['Yisou', 'YisouSpider'],
  ['a crawler of news', 'Mozilla/5.0 (compatible; Googlebot-News; +http://www.google.com/bot.html)'],
  [
    'Huawei',
    'Mozilla/5.0 (Linux; Android 7.0;) AppleWebKit/537.36 Mobile Safari/537.36 (compatible; PetalBot;+https://webmaster.petalsearch.com/site/petalbot)',
  ],
  ['a script', 'python-requests/2.31.0'],
  ['curl', 'curl/7.88.1'],
  ['no agent', '-'],
])('%s is no reader', (_, agent) => {
  const usage = usageOf([
    { path: '/mingbai/', agent },
    { path: '/mingbai/share/policies/a/poster.png', agent },
  ]);
  expect([usage.reads, usage.visits, usage.botReads, usage.taken]).toEqual([0, 0, 1, []]);
});

test.each([
  ['WeChat', PHONE],
  [
    'QQ browser',
    'Mozilla/5.0 (Linux; U; Android 10; zh-cn) AppleWebKit/537.36 Chrome/89.0.4389.72 MQQBrowser/13.1 Mobile Safari/537.36',
  ],
  [
    'UC',
    'Mozilla/5.0 (Linux; U; Android 9; zh-CN) AppleWebKit/537.36 Version/4.0 Chrome/78.0.3904.108 UCBrowser/13.4.0 Mobile Safari/537.36',
  ],
  [
    'Baidu’s app',
    'Mozilla/5.0 (Linux; Android 10) AppleWebKit/537.36 Chrome/76.0.3809.89 Mobile Safari/537.36 baiduboxapp/13.10.0.10',
  ],
  [
    'Huawei',
    'Mozilla/5.0 (Linux; Android 10; HarmonyOS) AppleWebKit/537.36 Chrome/99.0.4844.88 HuaweiBrowser/13.0 Mobile Safari/537.36',
  ],
  [
    '今日头条',
    'Mozilla/5.0 (Linux; Android 12; PGBM10; wv) AppleWebKit/537.36 Version/4.0 Chrome/97.0.4692.98 Mobile Safari/537.36 JsSdk/2 NewsArticle/9.1.0 NetType/wifi',
  ],
  [
    '今日头条 for small phones',
    'Mozilla/5.0 (Linux; Android 8.0.0; wv) AppleWebKit/537.36 Chrome/62.0.3202.84 Mobile Safari/537.36 JsSdk/2 NewsArticle/7.4.9 NetType/wifi (NewsLite 7.4.9)',
  ],
  [
    'the news app of a city',
    'Mozilla/5.0 (Linux; Android 9; wv) AppleWebKit/537.36 Chrome/77.0.3865.120 MQQBrowser/6.2 Mobile Safari/537.36 NewsApp/6.10.0',
  ],
  [
    'Sogou’s browser',
    'Mozilla/5.0 (Linux; Android 10; wv) AppleWebKit/537.36 Chrome/86.0.4240.99 Mobile Safari/537.36 SogouMSE,SogouMobileBrowser/5.29.12',
  ],
  [
    'Sogou’s app',
    'Mozilla/5.0 (Linux; Android 7.0; wv) AppleWebKit/537.36 Chrome/59.0.3071.125 Mobile Safari/537.36 SogouSearch Android1.0 version3.0 AppVersion/5915',
  ],
  [
    'iPhone',
    'Mozilla/5.0 (iPhone; CPU iPhone OS 16_0 like Mac OS X) AppleWebKit/605.1.15 Version/16.0 Mobile/15E148 Safari/604.1',
  ],
])('a reader with %s is counted', (_, agent) => {
  expect(usageOf([{ path: '/mingbai/', agent }])).toMatchObject({ reads: 1, botReads: 0 });
});

test('posters, zips and texts that cadres took, by document', () => {
  const usage = usageOf([
    { path: '/mingbai/share/policies/di-bao/poster.png' },
    { path: '/mingbai/share/policies/di-bao/poster.png' },
    { path: '/mingbai/share/policies/di-bao/all.zip' },
    { path: '/mingbai/notices/zhao-gong/event.ics' },
    { path: '/mingbai/share/policies/di-bao/poster.png', status: 404 },
    { path: '/mingbai/share/policies/di-bao/poster.png', method: 'HEAD' },
  ]);
  expect(usage.taken).toEqual([
    { file: 'poster.png', address: '/policies/di-bao/', count: 2 },
    { file: 'all.zip', address: '/policies/di-bao/', count: 1 },
    { file: 'event.ics', address: '/notices/zhao-gong/', count: 1 },
  ]);
});

test('two phones that saved the site are two copies, however many chunks it has', () => {
  const chunks = ['a1', 'b2', 'c3'].map((id) => ({ path: `/mingbai/offline/${id}.txt` }));
  const usage = usageOf([
    ...chunks,
    ...chunks,
    { path: '/mingbai/offline/list.json' },
    { path: '/mingbai/offline/' },
  ]);
  expect([usage.copies, usage.reads]).toEqual([2, 1]);
});

test('pages that the service worker saves by itself were read by nobody', () => {
  expect(usageOf([{ path: '/mingbai/contacts/', from: `${url}sw.js` }]).reads).toBe(0);
});

test('a search from the home page by its words, in one form; without those that may be of a person', () => {
  const ask = (words: string) => ({ path: `/mingbai/search/?q=${encodeURIComponent(words)}`, from: home });
  const asked = ['低保', ' 低保 ', '９６１１０', '13812345678', '138 1234 5678', 'a@b.cn', '低'.repeat(31)];
  const usage = usageOf([
    ...asked.map(ask),
    { path: '/mingbai/search/' },
    { path: '/mingbai/search/?q=%E4%BD' },
  ]);
  expect(usage.searches).toBe(8);
  expect(usage.queries.map(({ name }) => name)).toEqual(['低保', '�']);
  expect(usage.queries[0]?.count).toBe(2);
});

test('a page that does not exist, but no address of a scanner', () => {
  const tried = ['/mingbai/policies/gone/', '/mingbai/wp-login.php', '/mingbai/../etc/', '/other/'];
  const usage = usageOf(tried.map((path) => ({ path, status: 404 })));
  expect(usage.missing).toEqual([{ name: '/policies/gone/', count: 1 }]);
});

test('another site of the same server, assets and other years are not counted', () => {
  const usage = usageOf([
    { path: '/news/' },
    { path: '/mingbai/assets/a.12345678.js' },
    { path: '/mingbaixian/' },
  ]);
  expect([usage.requests, usage.reads]).toEqual([3, 0]);
  expect(usageOf([{ path: '/mingbai/' }], '2025').requests).toBe(0);
});

test('nothing of who asked is in the figures', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.oneof(fc.ipV4(), fc.ipV6()), fc.uuid()), { minLength: 1 }), (people) => {
      const requests = people.map(([address, id]) => ({
        address,
        agent: `${PHONE} ${id}`,
        path: `/mingbai/?openid=${id}`,
      }));
      const text = JSON.stringify(usageOf(requests));
      for (const [address, id] of people) {
        expect(text).not.toContain(`"${address}`);
        expect(text).not.toContain(id);
      }
    }),
  );
});
