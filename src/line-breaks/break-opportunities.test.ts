/** Titles are broken at the right places: no line ends in the middle of a word, a number, a telephone number or a name. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { breakOpportunities } from './break-opportunities.ts';

function lines(text: string, names: string[] = []): string {
  const ends = [...breakOpportunities(text, { names }), text.length];
  return ends.map((end, index) => text.slice(ends[index - 1] ?? 0, end)).join('|');
}

test.each([
  '残疾人|两项|补贴，|按月|发钱',
  '这个|网站|是|什么，|内容|哪里|来',
  '家里|收入|太低，|可以|申请|低保',
  '无依无靠，|国家|管|吃住|和|看病',
  '满|60岁，|按月|领|居民|养老金',
  '一级、|二级|的|人，|还|能领|护理|补贴',
])('%s', (broken) => {
  const text = broken.replace(/\|/g, '');
  const ends = new Set(breakOpportunities(text));
  // Fewer breaks are right as well; any other break cuts a word.
  let at = 0;
  const right = broken.split('|').map((word) => {
    at += word.length;
    return at;
  });
  expect([...ends].filter((end) => !right.includes(end))).toEqual([]);
  expect(ends.size).toBeGreaterThan(0);
});

test.each([
  ['打12345问，不收钱', '12345'],
  ['急事打0357-5123456，白天都有人接', '0357-5123456'],
  ['2026年12月4日，来听免费的法律课', '2026年12月4日'],
  ['最高能到10万元，利息国家补一半', '10万元'],
  ['每月多给100多元，年底一次发完', '100多元'],
  ['办事要30个工作日，别着急多等几天', '30个工作日'],
  ['城乡居民医保缴费400元/人，2月底前交', '400元/人'],
  ['补贴涨了3.5倍，快去村委会问一问', '3.5倍'],
  ['九点到十一点，带上户口本来村委会', '十一点'],
  ['神符村庙会今年四月初八开始', '神符村'],
  ['找县民政局问清楚再去排队办理', '县民政局'],
])('%s: %s stays on one line', (text, whole) => {
  const start = text.indexOf(whole);
  expect(breakOpportunities(text).filter((at) => start < at && at < start + whole.length)).toEqual([]);
});

test('names that no dictionary has are not cut', () => {
  const title = '上团柏村的郝二旦种核桃挣了钱';
  const borders = breakOpportunities(title, { names: ['上团柏村', '郝二旦'] });
  expect(borders.filter((at) => (at > 0 && at < 4) || (at > 5 && at < 8))).toEqual([]);
});

test('a line neither starts with a mark nor ends with an opening one', () => {
  const characters = fc.constantFrom(
    ...'，。！？、：；（）《》“”老人领钱问12345政府AB低保 申请二万元月'.split(''),
  );
  fc.assert(
    fc.property(fc.array(characters, { maxLength: 24 }), (written) => {
      const text = written.join('');
      for (const at of breakOpportunities(text)) {
        expect(text.charAt(at)).not.toMatch(/[，。！？、：；）》”\s]/);
        expect(text.charAt(at - 1)).not.toMatch(/[（《“]/);
        expect(text.slice(at - 1, at + 1)).not.toMatch(/^[\dA-Z]{2}$/);
      }
    }),
  );
});

test('text without Chinese characters breaks only at its own spaces', () => {
  expect(breakOpportunities('ئۇيغۇرچە تېكىست، 2026')).toEqual([]);
  expect(lines('')).toBe('');
});
