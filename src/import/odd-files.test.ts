/** Realistic defects of files: official documents without styles, pages cut in pieces, texts with broken bytes. */
import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import { describe, expect, test } from 'vitest';
import { parseBody, treeText } from '../markup/index.ts';
import { importOptions } from './import-fixture.ts';
import { type Imported, importFile } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bring = (content: string | Uint8Array, name: string): Promise<Imported> =>
  importFile(typeof content === 'string' ? utf8(content) : content, name, importOptions);

/** The visible text of the body, without its markup. */
function seen(body: string): string {
  const { blocks } = parseBody(body, 'a.mdx', 1).body;
  const html = blocks.map((block) => ('html' in block ? block.html : '')).join('');
  return treeText(fromHtml(html, { fragment: true }));
}

describe('an official document', () => {
  test('gets its title from below the name of the office, and headings from its numbered parts', async () => {
    const { known, body } = await bring(
      '示例县民政局文件\n示民发〔2026〕8号\n关于发放冬季取暖补贴的通知\n各乡镇：\n一、谁能领\n（一）条件\n家里有老人的，可以领。\n二、怎么领，请大家照着下面说的几条来办，一条也不能少',
      'a.txt',
    );
    expect(known.title?.value).toBe('关于发放冬季取暖补贴的通知');
    expect(body.match(/^#.*$/gm)).toEqual(['## 一、谁能领', '### （一）条件']);
    expect(body).toContain('示民发〔2026〕8号');
  });

  test.each([
    [
      'a title on two lines',
      ['示例县民政局文件', '关于做好冬季取暖补贴发放工作的', '通知', '各乡镇：'],
      '关于做好冬季取暖补贴发放工作的通知',
    ],
    [
      'a title without a kind of text',
      ['示例县民政局文件', '示民发〔2026〕8号', '2026年冬季取暖补贴标准', '每户300元。'],
      '2026年冬季取暖补贴标准',
    ],
    ['a title by its place', ['示例县民政局文件', '取暖补贴标准', '每户300元。'], '取暖补贴标准'],
    ['no title in numbered lines', ['一、对象', '二、办理细则', '好。'], undefined],
  ])('%s', async (_, lines, title) => {
    expect((await bring(lines.join('\n'), 'a.txt')).known.title?.value).toBe(title);
  });

  test('has headings with figures only where each has text below: figures in a row are a list', async () => {
    const { body } = await bring(
      '关于补贴的通知\n一、谁能领\n1.老人\n满60岁的。\n2.孩子\n（1）男孩\n（2）女孩\n二、带什么\n1.身份证\n2.户口本\n咨询电话见下',
      'a.txt',
    );
    expect(body.match(/^#.*$/gm)).toEqual(['## 一、谁能领', '### 1.老人', '### 2.孩子', '## 二、带什么']);
  });

  test('that marks its headings keeps just those', async () => {
    const { body } = await bring('<h1>题</h1><p>一、对象</p><h2>办法</h2><p>二、条件</p>', 'a.html');
    expect(body.match(/^#.*$/gm)).toEqual(['## 办法']);
  });
});

describe('a web page', () => {
  test('that has readings above each character of a sentence loses them, and cut words are joined', async () => {
    const ruby = (text: string) =>
      [...text].map((each) => `<ruby>${each}<rp>(</rp><rt>yī</rt><rp>)</rp></ruby>`).join('');
    const { body, notes } = await bring(
      `<p>習<span>(xí)</span><font>近</font>平，${ruby('惠民好政策')}</p>`,
      'a.html',
    );
    expect(body.trim()).toBe('習近平，惠民好政策');
    expect(notes).toContain('去掉了字上面的注音（5 处）。');
  });

  test('preserves bold words next to Chinese punctuation, written as an editor would', async () => {
    const { body } = await bring('<p><b>截止日期：</b>六月，<em>（见附件）</em>办</p>', 'a.html');
    expect(body.trim()).toBe('**截止日期：**六月，*（见附件）*办');
    expect(JSON.stringify(parseBody(body, 'a.mdx', 1).body)).toContain('<strong>截止日期：</strong>六月');
  });

  test('with several articles loses none, and the header of an article is preserved', async () => {
    const { known, body } = await bring(
      '<header>县政府网站</header><article><header><h1>题目</h1></header><p>一</p></article><article><p>二</p></article>',
      'a.html',
    );
    expect([known.title?.value, body]).toEqual(['题目', '一\n\n二\n']);
  });
});

test('a text with a broken byte is not decoded in another encoding: the loss is reported', async () => {
  const bytes = utf8('取暖补贴\n请大家带上身份证和户口本，到村委会登记。补贴发到卡里。');
  const broken = Uint8Array.from([...bytes.slice(0, 40), ...bytes.slice(41)]);
  const { body, notes } = await bring(broken, 'a.txt');
  expect(body).toMatch(/^请大家带上身份证和\uFFFD+口本，到村委会登记。补贴发到卡里。$/m);
  expect(notes.join()).toContain('字已经丢了');
});

test('every word of a text arrives', async () => {
  const word = fc.oneof(
    fc.constantFrom(
      ...'*_~`#|\\[]()<>{}!&-+=.:1',
      '&lt;',
      '**',
      '~~',
      '补贴：',
      '“好”',
      ' http://a.cn/b_c_d ',
    ),
    fc.stringMatching(/^[一-龥，。a-z0-9]{1,6}$/),
  );
  const line = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(''));
  await fc.assert(
    fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 4 }), async (lines) => {
      const { body } = await bring(['开头的一句，不是题目。', ...lines].join('\n'), 'a.txt');
      expect(seen(body).replace(/\s/g, '')).toBe(
        ['开头的一句，不是题目。', ...lines].join('').replace(/\s/g, ''),
      );
    }),
    { numRuns: 200 },
  );
});

describe('a file that cannot be imported is reported in words', () => {
  test.each([
    ['a page that nests without end', 'a.html', '<div>'.repeat(30_000), '套得太深'],
    ['a page of nothing but a program', 'a.html', '<script>alert(1)</script>', '没有文字'],
    ['a text of blanks', 'a.txt', ' \n\t\n', '没有文字'],
  ])('%s', async (_, name, text, words) => {
    await expect(bring(text, name)).rejects.toThrow(words);
  });
});
