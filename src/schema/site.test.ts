/** The county's own data: forms of the portal that can be filled in, and an urgent notice that ends. */
import { expect, test } from 'vitest';
import { siteSchema } from './site.ts';

const site = { name: '示例县明白纸', url: 'https://www.county.example/' };
const problemsOf = (more: object) =>
  siteSchema
    .safeParse({ ...site, ...more })
    .error?.issues.map(({ path, message }) => `${path.join('.')}：${message}`) ?? [];

test.each([
  { consult: 'https://portal.example/ask' },
  { consult: 'https://portal.example/ask?t={title}&u={address}' },
  { faults: 'https://portal.example/{title}/#{address}' },
  { textTo: '12345' },
  { provinceSearch: 'https://www.province.example/mingbai/search/?county=fenxi' },
  { urgent: { text: '今晚有大暴雨。', until: '2026-07-20 08:00' } },
])('%j is accepted', (more) => {
  expect(problemsOf(more)).toEqual([]);
});

test.each([
  [{ consult: 'portal.example/ask' }, '不是完整的网址'],
  [{ consult: 'https://portal.example/ask?t={biaoti}' }, '花括号里只能写 {title} 和 {address}'],
  [{ faults: 'https://{title}.example/' }, '不是完整的网址'],
  [{ provinceSearch: 'https://www.province.example/mingbai/' }, '不是全省搜索页的网址'],
  [{ provinceSearch: 'https://www.province.example/search/' }, '以 /search/?county= 和本县的代号结尾'],
  [{ provinceSearch: 'https://www.province.example/search/?county=汾西' }, '不是全省搜索页的网址'],
  [{ provinceSearch: 'javascript:alert(1)//search/?county=fenxi' }, '不是全省搜索页的网址'],
  [{ faults: 'javascript:alert(1)' }, '不是完整的网址'],
  [{ faults: 'https://portal.example/{title' }, '不是完整的网址'],
  [{ urgent: { text: '今晚有大暴雨。', until: '2026-07-20' } }, '还要写几点几分，例如 2026-07-20 18:00'],
  [{ urgent: { text: '今晚有大暴雨。' } }, 'urgent.until'],
])('%j is refused', (more, words) => {
  expect(problemsOf(more).join('\n')).toContain(words);
});
