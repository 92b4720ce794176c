/** Bodies of editors and their parsed result: Chinese as intended, components, and nothing that can run. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Block, isComponent } from '../documents/block.ts';
import { parseBody } from './index.ts';

const parse = (source: string) => parseBody(source, 'content/pages/a.mdx', 1);
const html = (source: string) =>
  parse(source)
    .body.blocks.map((block) => ('html' in block ? block.html : `[${block.component}]`))
    .join('');
const complaints = (source: string) =>
  parse(source).diagnostics.map(({ line, column, rule }) => `${line}:${column} ${rule}`);

describe('Chinese is rendered as the editor meant it', () => {
  test.each([
    ['bold that ends in punctuation', '**截止日期：**六月', '<p><strong>截止日期：</strong>六月</p>'],
    [
      'bold that begins with a quotation mark',
      '请在**“周五”**前来',
      '<p>请在<strong>“周五”</strong>前来</p>',
    ],
    ['bold around a percentage', '涨了**5%**的', '<p>涨了<strong>5%</strong>的</p>'],
    ['bold between Chinese', '请**一定**来', '<p>请<strong>一定</strong>来</p>'],
    ['ranges with a tilde', '5~10日，100~200元', '<p>5~10日，100~200元</p>'],
    ['what is struck through on purpose', '~~作废~~', '<p><del>作废</del></p>'],
    ['a tilde in code', '`a~b`', '<p><code>a~b</code></p>'],
    ['a sentence over two lines', '第一行，\n第二行', '<p>第一行，第二行</p>'],
    ['English over two lines', 'first\nsecond', '<p>first\nsecond</p>'],
    [
      'a web address with Chinese behind it',
      '看https://a.cn/b，再说',
      '<p>看<a href="https://a.cn/b">https://a.cn/b</a>，再说</p>',
    ],
    ['a star between figures', '每月500*12个月，再加100*2元。', '<p>每月500*12个月，再加100*2元。</p>'],
    ['stars around a word', '共*100元*整，请*一定*来', '<p>共<em>100元</em>整，请<em>一定</em>来</p>'],
    ['stars that hide a name', '李*明、王*红、张**', '<p>李*明、王*红、张**</p>'],
    ['stars that hide figures', '138****5678和139****1234', '<p>138****5678和139****1234</p>'],
    ['what is struck through and ends in punctuation', '~~作废：~~新', '<p><del>作废：</del>新</p>'],
    ['what is struck through and quoted', '新~~“旧”~~的', '<p>新<del>“旧”</del>的</p>'],
    ['bold by underscores', '__注意：__带', '<p><strong>注意：</strong>带</p>'],
    ['all of a line bold by underscores', '__甲：__', '<p><strong>甲：</strong></p>'],
    ['two bold parts side by side', '**甲、****乙、**', '<p><strong>甲、</strong><strong>乙、</strong></p>'],
    ['bold around what is struck through', '**~~旧：~~**新', '<p><strong><del>旧：</del></strong>新</p>'],
    ['powers, indices and blanks to fill in', '3^2和2_3，姓名____', '<p>3^2和2_3，姓名____</p>'],
    [
      'blanks of a form between marks',
      '姓名：____，职务：____，电话：____。',
      '<p>姓名：____，职务：____，电话：____。</p>',
    ],
    ['a star in an address', '[表](https://a.cn/a*b~c)', '<p><a href="https://a.cn/a*b~c">表</a></p>'],
    ['a figure at a line end', '每人每月领100\n元，打12345\n问', '<p>每人每月领100元，打12345问</p>'],
    ['bold at a line end', '领**100**\n元', '<p>领<strong>100</strong>元</p>'],
    [
      'a link and code at line ends',
      '看\n[A类](/a/)\n`x`\n吧',
      '<p>看<a href="/a/">A类</a><code>x</code>吧</p>',
    ],
    ['English quotation marks at a line end', 'said “hello”\nand left', '<p>said “hello”\nand left</p>'],
    ['another script at a line end', 'ئۇيغۇر\nتىلى', '<p dir="auto">ئۇيغۇر\nتىلى</p>'],
    ['a list of Chinese numbers', '一、带身份证\n二、带户口本', '<p>一、带身份证<br>二、带户口本</p>'],
    ['a list in an item', '- 甲：\n  （1）乙\n  （2）丙', '<ul><li>甲：<br>（1）乙<br>（2）丙</li></ul>'],
    [
      'paragraphs that begin with wide spaces',
      '　　第一段。\n　　第二段。',
      '<p>第一段。</p><p>第二段。</p>',
    ],
    [
      'an address without scheme',
      '看www.gov.cn，里面有，也看 www.a.cn/b里面。',
      '<p>看<a href="http://www.gov.cn">www.gov.cn</a>，里面有，也看 <a href="http://www.a.cn/b">www.a.cn/b</a>里面。</p>',
    ],
    ['a mail address', '发到a@b.gov.cn，谢谢', '<p>发到<a href="mailto:a@b.gov.cn">a@b.gov.cn</a>，谢谢</p>'],
    [
      'an address with brackets',
      '看https://a.cn/(c)，好',
      '<p>看<a href="https://a.cn/(c)">https://a.cn/(c)</a>，好</p>',
    ],
    ['a star as a star', '3\\*4', '<p>3*4</p>'],
    ['a star as a star between Chinese', '收入\\*一年，（\\*必填）', '<p>收入*一年，（*必填）</p>'],
  ])('%s', (_, source, expected) => expect(html(source)).toBe(expected));

  test('no private character is left in any output', () => {
    const piece = fc.constantFrom(
      '**',
      '*',
      '~',
      '~~',
      '__',
      '*3',
      '，',
      '一、',
      '\u3000\u3000',
      'www.a.cn',
      '：',
      '“',
      '”',
      '。',
      '5%',
      '六月',
      ' ',
      '\n',
      'a',
      '`',
      '- ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(JSON.stringify(parse(pieces.join('')).body)).not.toMatch(
          /[\uE000-\uE006\u2E3C\u1680]|%EE%80|%E2%B8%BC|%E1%9A%80/,
        );
      }),
    );
  });
});

describe('the page is well formed', () => {
  test('headings get anchors from their words, each its own', () => {
    expect(html('## 怎么算\n\n## 怎么算')).toBe('<h2 id="怎么算">怎么算</h2><h2 id="怎么算-2">怎么算</h2>');
  });

  test('a heading of the first rank becomes one of the second: the title is the first', () => {
    expect(html('# 大标题')).toBe('<h2 id="大标题">大标题</h2>');
  });

  test('columns are aligned by class, since the security policy allows no inline style', () => {
    expect(html('| 一 | 二 |\n|---|--:|\n| 1 | 2 |')).toContain('<td class="align-right">2</td>');
  });

  test('a table wider than a phone is marked as scrolling; a small one is not', () => {
    const table = (columns: number) => {
      const row = (cell: string) => `|${` ${cell} |`.repeat(columns)}`;
      return html([row('甲乙丙'), row('---'), row('一二三')].join('\n'));
    };
    expect(table(7)).toMatch(
      /^<div class="table-box table-wide" role="group" tabindex="0" aria-label="表格，/,
    );
    expect(table(2)).toMatch(/^<div class="table-box"><table>/);
  });

  test('a column fits its content, and a long address is broken', () => {
    const source =
      '| 村 | 金额 | 说明 | 网址 |\n|---|--:|---|---|\n| 1 | 一百元 | 家里收入低的 | https://www.example.gov.cn/a |';
    expect(Array.from(html(source).matchAll(/class="([^"]*)"/g), ([, classes]) => classes).slice(1)).toEqual([
      'align-right col-3',
      'col-5',
      'col-10',
      'align-right',
      'long-word',
    ]);
  });

  test('a sentence directly below a table is rendered below it', () => {
    expect(html('| 人 | 钱 |\n|---|---|\n| 甲 | 1 |\n每月发一次，\n不用再申请。')).toMatch(
      /<td>1<\/td><\/tr><\/tbody><\/table><\/div><p>每月发一次，不用再申请。<\/p>$/,
    );
    expect(html('| 人 |\n|---|\n甲')).toMatch(/<td>甲<\/td>/);
  });

  test('a list beyond 99 has room for its numbers', () => {
    expect(html('99. 甲\n100. 乙')).toBe('<ol start="99" class="digits-3"><li>甲</li><li>乙</li></ol>');
  });

  test('texts from right to left begin at the right', () => {
    const source = '## ئۇيغۇرچە\n\n- ئۇيغۇرچە\n\n| ئۇيغۇرچە | 中文 |\n|---|---|\n| 1 | 2 |';
    expect(html(source).match(/<\w+[^>]* dir="auto"/g)).toHaveLength(3);
  });
});

describe('components', () => {
  test('have their attributes and their content', () => {
    const source = '<Question ask="能办吗？">\n\n能。\n\n</Question>';
    expect(parse(source).body.blocks).toEqual([
      { component: 'Question', attributes: { ask: '能办吗？' }, children: [{ html: '<p>能。</p>' }] },
    ]);
  });

  test('mention other documents, with the place of the mention', () => {
    expect(parse('一\n\n<Call contact="tel-12345" />').references).toEqual([
      { id: 'tel-12345', targets: ['contacts'], line: 3, column: 1 },
    ]);
  });

  test.each([
    ['a mistyped name', '<Nte>\n\n一\n\n</Nte>', ['1:1 mdx/component']],
    ['a missing attribute', '<Question>\n\n一\n\n</Question>', ['1:1 mdx/component']],
    ['an unknown attribute', '<Note colour="red">\n\n一\n\n</Note>', ['1:1 mdx/component']],
    ['nothing inside', '<Note>\n</Note>', ['1:1 mdx/component']],
    ['in the middle of a line', '打<Call contact="tel-12345" />问', ['1:2 mdx/component']],
    ['a column after bold Chinese is the editor’s own', '**一：**二<Nte />', ['1:8 mdx/component']],
  ])('%s is found at its position', (_, source, expected) => expect(complaints(source)).toEqual(expected));
});

describe('content is never code', () => {
  test.each([
    ['an import', 'import fs from "fs"'],
    ['an export', 'export const a = 1'],
    ['an expression', '{process.exit(1)}'],
    ['an expression in a line', '一共 {1+1} 个'],
    ['an expression as attribute', '<Note title={process.env.HOME}>\n\n一\n\n</Note>'],
    ['an expression behind a comment', '{/* 一 */ process.exit(1)}'],
    ['an expression between comments', '{/* 一 */ process.exit(1) /* 二 */}'],
    ['an expression before a comment', '{process.exit(1) // */}\n}'],
    ['attributes spread', '<Note {...globalThis}>\n\n一\n\n</Note>'],
    ['a script', '<script>alert(1)</script>'],
    ['a frame', '<iframe src="https://a.cn" />'],
    ['an event attribute', '<p onclick="alert(1)">一</p>'],
    ['an address that runs', '[点](javascript:alert(1))'],
    ['an address that runs, disguised', '[点](JaVa&#83;cript:alert(1))'],
    ['an address with data', '[点](data:text/html,<b>)'],
    ['a picture from elsewhere', '![图](https://a.cn/a.png)'],
    ['a picture out of the folder', '![图](/../../etc/passwd)'],
    ['a link to another host without scheme', '[点](//a.cn/)'],
  ])('%s is refused', (_, source) => {
    const { diagnostics, body } = parse(source);
    expect(diagnostics.map(({ severity }) => severity)).toContain('error');
    expect(JSON.stringify(body)).not.toMatch(/script|onclick|iframe|process|globalThis|data:|https|passwd/i);
  });

  test('a comment for editors is allowed, and nothing of it comes out', () => {
    const { diagnostics, body } = parse('一段。\n\n{/* 给编辑看的 */}\n\n二段{/* 也是 */}。');
    expect(diagnostics).toEqual([]);
    expect(body.blocks).toEqual([{ html: '<p>一段。</p><p>二段。</p>' }]);
  });

  test('whatever is typed, only known elements and safe addresses come out', () => {
    const piece = fc.constantFrom(
      '<',
      '>',
      '/',
      'script',
      ' onerror=',
      '"',
      '{',
      '}',
      '[',
      '](',
      ')',
      'javascript:',
      '!',
      '`',
      '\n',
      '一',
      '&#106;',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 25 }), (pieces) => {
        for (const text of htmlOf(parse(pieces.join('')).body.blocks)) {
          for (const [, tag] of text.matchAll(/<\/?([a-z0-9]+)/g)) {
            expect([
              'p',
              'a',
              'img',
              'code',
              'pre',
              'strong',
              'em',
              'br',
              'ul',
              'li',
              'blockquote',
            ]).toContain(tag);
          }
          expect(text).not.toMatch(/(?:href|src)="\s*javascript:/i);
        }
      }),
    );
  });

  test('whatever is typed, an editor gets a line and never an exception', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (source) => {
        expect(() => parse(source)).not.toThrow();
      }),
      { numRuns: 500 },
    );
  });
});

function htmlOf(blocks: readonly Block[]): string[] {
  return blocks.flatMap((block) => (isComponent(block) ? htmlOf(block.children) : [block.html]));
}

test('a broken body is reported in words, with its position in the file', () => {
  const { diagnostics } = parseBody('好\n\n一 {没完', 'content/pages/a.mdx', 9);
  expect(diagnostics).toEqual([
    {
      file: 'content/pages/a.mdx',
      line: 11,
      column: 3,
      severity: 'error',
      rule: 'mdx/syntax',
      message: expect.stringContaining('花括号'),
    },
  ]);
});

const messagesOf = (body: string) => parseBody(body, 'a.mdx', 1).diagnostics.map(({ message }) => message);

test.each([
  ['一<br>二</br>三', '请写成 <br />'],
  ['<br>\n\n二\n\n</br>', '请写成 <br />'],
  ['<Question>\n\n一\n\n</Question>', '请加上，例如：ask="'],
  ['<note>\n\n一\n\n</note>', '请写成 <Note>'],
])('the correct form of %j is reported in its own syntax', (body, words) => {
  expect(messagesOf(body)).toEqual([expect.stringContaining(words)]);
});

test('a footnote is reported once, and not as a broken link', () => {
  const { diagnostics, parts } = parseBody('困难家庭[^1]办。\n\n[^1]: 说明', 'a.mdx', 1, 0);
  expect(diagnostics).toHaveLength(1);
  expect(parts.links).toEqual([]);
});
