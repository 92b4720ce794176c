/** The text of a finished page is unchanged; only its headings, cards and buttons get break opportunities. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addWordBreaksToPage } from './page-word-breaks.ts';
import {
  addWordBreaks,
  escapeWithWordBreaks,
  formatBreakPositions,
  newWordBreaks,
  restoreWordBreaks,
} from './word-breaks.ts';

const bare = (html: string) => html.replace(/<wbr[^>]*>/g, '').replace(/<span>([^<]*)<\/span>/g, '$1');
const wbr = '<wbr aria-hidden=true>';

test('a heading breaks after its marks, and between words in a clause that is longer than a line', () => {
  expect(addWordBreaksToPage('<h1>残疾人两项补贴，按月发钱</h1>')).toBe(
    `<h1>残疾人<wbr class="m" aria-hidden=true>两项<wbr class="m" aria-hidden=true>补贴，${wbr}按月发钱</h1>`,
  );
});

test('a tile is narrower than a screen: it breaks between any two words', () => {
  const tile =
    '<ul class="icon-grid m-0"><li><a class="card"><span class="balance">困难家庭</span></a></li></ul>';
  expect(addWordBreaksToPage(tile)).toContain(`困难${wbr}家庭`);
  expect(addWordBreaksToPage(`<p>${'困难家庭'}</p>`)).toBe('<p>困难家庭</p>');
});

test.each([
  '<h2 id="a">看<a href="/x/?a=1&amp;b=2" title="a>b">《社会救助暂行办法》</a>&amp;别的办法</h2>',
  '<button class="button"><svg><path d="M1 1"/></svg><span lang="zh">打印这一张纸带回家里去看</span></button>',
  '<div class="card balance"><textarea class="button">老人每月领养老金老人每月领养老金</textarea></div>',
  '<h1>一句没有关上的标题<p>后面的正文也不能丢</h1>',
  '<!-- <h1>老人每月领养老金老人每月领养老金</h1> --><script>const a = "<h1>老人每月领养老金</h1>"</script>',
])('%s keeps all but its breaks', (html) => {
  expect(bare(addWordBreaksToPage(html))).toBe(html);
});

test('for any HTML, only breaks are added, and none within a tag', () => {
  const parts = fc.constantFrom(
    '<h1>',
    '</h1>',
    '<p>',
    '</p>',
    '<br>',
    '<i class="button">',
    '</i>',
    '老人每月领养老金',
    '，',
    '&lt;',
    '12345',
    '<',
    '"',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 20 }), (pieces) => {
      const html = pieces.join('');
      expect(bare(addWordBreaksToPage(html))).toBe(html);
    }),
  );
});

test('the words of a button, a flex container, stay one flex item', () => {
  expect(addWordBreaksToPage('<a class="button mt-2">看全部政策</a>')).toBe(
    `<a class="button mt-2"><span>看${wbr}全部${wbr}政策</span></a>`,
  );
});

test('a name stays whole, whichever other names the county has', () => {
  const title = '上团柏村的郝二旦种核桃挣了钱';
  const all = { names: ['上坡村', '郝家沟', '上团柏村', '赵大', '郝二旦'] };
  expect(addWordBreaks(title, all)).toBe(addWordBreaks(title, { names: ['上团柏村', '郝二旦'] }));
  expect(bare(addWordBreaks(title, all))).toBe(title);
  expect(addWordBreaks(title, all)).toMatch(/上团柏村.*郝二旦/);
});

test('the search gets the same positions', () => {
  expect(formatBreakPositions('残疾人两项补贴，按月发钱')).toBe('3m 5m 8');
});

test('a title with special characters of HTML is escaped, and still broken', () => {
  expect(escapeWithWordBreaks('老人<b>&残疾人补贴', { isLoose: true })).toBe(
    `老人&lt;b&gt;&amp;残疾人${wbr}补贴`,
  );
});

test('a text of an earlier build has the breaks that were found then', () => {
  restoreWordBreaks(new Map([['strict\n一句还没有见过的标题，很长很长的', '一句<wbr>还没有见过的标题']]));
  expect(addWordBreaks('一句还没有见过的标题，很长很长的')).toBe('一句<wbr>还没有见过的标题');
  const found = addWordBreaks('另一句还没有见过的标题，很长很长的');
  expect(newWordBreaks()?.get('strict\n另一句还没有见过的标题，很长很长的')).toBe(found);
});
