/** A web page arrives as it is seen in a browser, and each character that does not is told with its reason. */
import { describe, expect, test } from 'vitest';
import { importFile } from '../import-file.ts';
import { readerContext } from '../import-fixture.ts';
import { imbalanceOf } from '../source-document.ts';
import { htmlDocument } from './html.ts';
import { readMd } from './md.ts';
import { readMht } from './mht.ts';

const context = readerContext('a.html');
const utf8 = (text: string) => new TextEncoder().encode(text);

async function bring(content: string | Uint8Array, name = 'a.html') {
  const bytes = typeof content === 'string' ? utf8(content) : content;
  const options = { collection: 'policies', contacts: [], picturesAt: '/images/x/', ...context } as const;
  const { body, known, ledger, notes } = await importFile(bytes, name, options);
  const left = ledger.omissions.map(({ kind, text, near }) => [kind, text, near]);
  return { body: body.trim(), title: known.title?.value, known, left, notes };
}

describe('what a browser does not show is left out and told with its place', () => {
  test.each([
    ['struck', '<p>每户<s>200元</s>300元</p>', [['struck', '200元', '每户300元']]],
    [
      'struck by style',
      '<p>每户<span style="text-decoration: line-through">200元</span>300元</p>',
      [['struck', '200元', '每户300元']],
    ],
    ['deleted', '<p>每户<del>200元</del><ins>300元</ins></p>', [['deleted', '200元', '每户300元']]],
    ['hidden', '<p>每户<span hidden>200元</span>300元</p>', [['hidden', '200元', '每户300元']]],
    [
      'hidden by style',
      '<p>每户<span style="color:red;display : none">200元</span>300元</p>',
      [['hidden', '200元', '每户300元']],
    ],
    [
      'invisible',
      '<p>每户<span style="visibility:hidden">200元</span>300元</p>',
      [['hidden', '200元', '每户300元']],
    ],
    [
      'hidden by Word',
      "<p>每户<span style='mso-hide:all'>200元</span>300元</p>",
      [['hidden', '200元', '每户300元']],
    ],
    [
      'hidden by a style sheet',
      '<style>.x, #y { display: none } @media print { .z { display: none } }</style><p>每户<i class="x">200元</i><b class="z">300元</b></p>',
      [['hidden', '200元', '每户300元']],
    ],
  ])('%s', async (_, html, left) => {
    const found = await bring(html);
    expect([found.body.replaceAll('*', ''), found.left]).toEqual(['每户300元', left]);
  });

  test('but not the article of a chat account, which its script shows', async () => {
    const { body, title, known } = await bring(
      '<html><head><meta property="og:title" content="修路通知"></head><body><h2 id="activity-name"> 修路通知 </h2><a id="js_name">示例县融媒体中心</a><em id="publish_time">2026年11月3日</em><div class="rich_media_content" id="js_content" style="visibility: hidden; opacity: 0;"><p>村口修路。</p><section style="display:none">赞赏</section></div></body></html>',
    );
    expect([title, body]).toEqual(['修路通知', '村口修路。']);
    expect(known.basis?.value).toEqual([
      { title: '修路通知', issuer: '示例县融媒体中心', date: '2026-11-03' },
    ]);
  });

  test('a page that hides most of itself by a style sheet is shown by its script: it is kept', async () => {
    expect(
      (await bring('<style>.tab{display:none}</style><p>一</p><div class="tab">二二二二</div>')).body,
    ).toContain('二二二二');
  });
});

describe('what a browser shows arrives', () => {
  test.each([
    ['a list that begins at 5', '<ol start="5"><li>甲</li><li>乙</li></ol>', '5. 甲\n6. 乙'],
    [
      'an item with a number of its own',
      '<ol><li>甲</li><li value="9">乙</li><li>丙</li></ol>',
      '1. 甲\n\n9) 乙\n10) 丙',
    ],
    ['a list of letters', '<ol type="a" start="2"><li>甲</li><li><p>乙</p></li></ol>', 'b. 甲\n\nc. 乙'],
    [
      'a list of Chinese numbers',
      '<ol style="list-style-type: cjk-ideographic"><li>甲</li><li>乙</li></ol>',
      '一、甲\n\n二、乙',
    ],
    [
      'a caption',
      '<table><caption>表1 补贴标准</caption><tr><td>甲</td><td>乙</td></tr></table>',
      '表1 补贴标准\n\n| 甲 | 乙 |\n| - | - |',
    ],
    [
      'a merged cell with a paragraph once, with a word in each place',
      `<table><tr><td colspan="2">甲</td></tr><tr><td colspan="2">${'字'.repeat(41)}</td></tr></table>`,
      `| 甲 | 甲 |\n| - | - |\n| ${'字'.repeat(41)} | |`,
    ],
    ['powers and notes', '<p>10<sup>4</sup>元，300<sup>1</sup>元，m<sup>2</sup></p>', '10⁴元，300[1]元，m²'],
    ['a reading', '<p><ruby>重<rp>(</rp><rt>chóng</rt><rp>)</rp></ruby>庆</p>', '重（chóng）庆'],
    [
      'readings of a word',
      '<p><ruby>洪<rt>hóng</rt></ruby><ruby>洞<rt>tóng</rt></ruby>县</p>',
      '洪洞（hóng tóng）县',
    ],
    [
      'a formula',
      '<p><math><semantics><mrow><mfrac><mi>收入</mi><mn>12</mn></mfrac><msup><mi>r</mi><mn>2</mn></msup></mrow><annotation>\\frac</annotation></semantics></math></p>',
      '(收入)/(12)r²',
    ],
    [
      'words in a plus-shaped table',
      '<table><tr><td rowspan="2" colspan="2">甲</td><td>乙</td></tr><tr><td colspan="2">丙</td></tr></table>',
      '| 甲 | 甲 | 乙 | |\n| - | - | - | - |\n| 甲 | 甲 | 丙 | 丙 |',
    ],
    [
      'what was pasted from Word',
      'Version:0.9\r\nStartHTML:0000000105\r\nEndHTML:1\r\n<html><body><!--StartFragment--><p class=MsoNormal>补贴</p><!--EndFragment--></body></html>',
      '补贴',
    ],
  ])('%s', async (_, html, body) => {
    expect((await bring(html)).body.replace(/[ ]+/g, ' ').replace(/\| \|$/gm, '| |')).toBe(body);
  });

  test('the article of a page whose banner has the same name', async () => {
    const { body, left } = await bring(
      '<div class="content">首页</div><div class="content"><p>村口修路。</p></div>',
    );
    expect([body, left]).toEqual(['村口修路。', [['page-frame', '首页', '']]]);
  });

  test('a title on two lines is one line; a page without one leaves the field open', async () => {
    expect((await bring('<h1>关于发放补贴的<br>通知</h1><p>好</p>')).title).toBe('关于发放补贴的通知');
    expect((await bring('<html><head><title></title></head><p>好。</p>')).title).toBeUndefined();
  });
});

test('the account of a page is balanced before anything else is done with it', () => {
  const page =
    '<title>题</title><p>一<del>二</del><style>p{}</style><ol type=i><li>三</ol><noscript>四</noscript>';
  expect(imbalanceOf(htmlDocument(page))).toBe(0);
});

test('a page in one file is read with its pictures, in the encoding it names', async () => {
  const gb = Buffer.from('bab3bdcd', 'hex'); // 汉酵 without meaning: only its bytes matter
  const quoted = Array.from(gb, (byte) => `=${byte.toString(16).toUpperCase()}`).join('');
  const mht = [
    'From: <Saved by WPS>',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related;',
    '\tboundary="----=_X"',
    '',
    'This is a multi-part message.',
    '------=_X',
    'Content-Type: text/html; charset="gb2312"',
    'Content-Transfer-Encoding: quoted-printable',
    'Content-Location: file:///C:/a/page.htm',
    '',
    `<p>${quoted}=`,
    '</p><img src=3D"page.files/a.png"><img src=3D"cid:b"><img src=3D"http://x.example/c.png">',
    '------=_X',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-Location: file:///C:/a/page.files/a.png',
    '',
    'AQID',
    '------=_X',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'Content-ID: <b>',
    '',
    'BA==',
    '------=_X--',
    '',
  ].join('\r\n');
  const { root, pictures } = await readMht(utf8(mht), context);
  expect(JSON.stringify(root)).toContain(new TextDecoder('gb18030').decode(gb));
  expect([...(pictures.get('page.files/a.png') ?? [])]).toEqual([1, 2, 3]);
  expect([...(pictures.get('cid:b') ?? [])]).toEqual([4]);
});

describe('Markdown', () => {
  test('keeps headings, lists, tables and bold next to Chinese marks, and no tilde strikes anything out', async () => {
    const { body, title } = await bring(
      '# 通知\n\n## 标准\n\n**截止日期：**六月5~10日，100~200元。\n\n- [x] 身份证\n- [ ] 户口本\n\n| 人 | 钱 |\n|--|--|\n| 一 | 二 |\n\n见注[^1]。\n\n[^1]: 含税\n',
      'a.md',
    );
    expect(title).toBe('通知');
    expect(body).toBe(
      '## 标准\n\n**截止日期：**六月5\\~10日，100\\~200元。\n\n- ☑ 身份证\n- ☐ 户口本\n\n| 人 | 钱 |\n| - | - |\n| 一 | 二 |\n\n见注[1]。\n\n[1] 含税',
    );
  });

  test('takes what it can from the front matter of other programs, and names the rest', async () => {
    const { known, notes, left } = await bring(
      '---\ntitle: "低保办法"\ndate: 2026-11-03\nauthor: 示例县民政局\ntags: [a, b]\n---\n正文。\n',
      'a.md',
    );
    expect(known.basis?.value).toEqual([{ title: '低保办法', issuer: '示例县民政局', date: '2026-11-03' }]);
    expect(notes.join()).toContain('tags');
    expect(left.map(([kind]) => kind)).toEqual(['front-matter']);
  });

  test('is balanced', async () => {
    expect(imbalanceOf(await readMd(utf8('---\na: 1\n---\n# 题\n\n<del>一</del>二'), context))).toBe(0);
  });
});
