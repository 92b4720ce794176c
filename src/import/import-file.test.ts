/** Imports of web pages, texts and arbitrary files: the body is valid, and every loss is reported. */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../markup/index.ts';
import { type Imported, importFile } from './index.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);

function bring(bytes: Uint8Array, name: string, beside: Record<string, Uint8Array> = {}): Promise<Imported> {
  return importFile(bytes, name, {
    collection: 'policies',
    contacts: [{ id: 'tel-12333', name: '人社热线', phone: '12333', for: '社保' }],
    picturesAt: '/images/x/',
    readBeside: (path) => beside[path],
    runProgram: async () => ({ status: 'missing' }),
  });
}

const html = (body: string, head = '') =>
  bring(utf8(`<html><head>${head}</head><body>${body}</body></html>`), 'a.html');

describe('a web page', () => {
  test('keeps headings, lists, tables and links', async () => {
    const { known, body } = await html(
      `<h1>养老钱怎么领</h1><h3>带什么</h3><ul><li>身份证</li><li>户口本<ol><li>首页</li></ol></li></ul>
      <table><tr><td>年龄</td><td>每月</td></tr><tr><td>60岁</td><td>看|缴费</td></tr></table>
      <p>看<a href="https://www.gov.cn/">原文</a>，<b>别交钱</b>。</p>`,
    );
    expect(known.title?.value).toBe('养老钱怎么领');
    expect(body).toMatchInlineSnapshot(`
      "## 带什么

      - 身份证
      - 户口本
        1. 首页

      | 年龄 | 每月 |
      | - | - |
      | 60岁 | 看\\|缴费 |

      看[原文](https://www.gov.cn/)，**别交钱**。
      "
    `);
  });

  test('loses everything that would run, and reports it', async () => {
    const { body, notes } = await html(
      `<p onclick="steal()">先问<script>alert(1)</script><a href="javascript:alert(1)">这里</a></p>
      <iframe src="https://evil.example"></iframe><form><input value="x">留下的字</form><style>p{}</style>`,
    );
    expect(body.trim()).toBe('先问这里\n\n留下的字');
    expect(notes.join('\n')).toMatchInlineSnapshot(`
      "去掉了会运行的属性（1 处）。
      去掉了脚本（1 处）。
      去掉了会运行的链接，留下了文字（1 处）。
      去掉了嵌入的网页（1 处）。
      去掉了表单（1 处）。
      去掉了样式（1 处）。"
    `);
  });

  test('has merged cells written out, and a table in a table as text', async () => {
    const { body, notes } = await html(
      `<table><tr><th>镇</th><th colspan="2">数</th></tr><tr><td rowspan="2">永安</td><td>1</td>
      <td><table><tr><td>里</td><td>面</td></tr></table></td></tr><tr><td>2</td><td>3</td></tr></table>`,
    );
    expect(
      body
        .trim()
        .split('\n')
        .map((line) => line.replace(/\s+/g, ' ')),
    ).toEqual(['| 镇 | 数 | 数 |', '| - | - | - |', '| 永安 | 1 | 里 面 |', '| 永安 | 2 | 3 |']);
    expect(notes.join()).toContain('合并的格子');
    expect(notes.join()).toContain('表格里的表格');
  });

  test('has its source by the metadata names of government sites', async () => {
    const { known } = await html(
      '<nav>首页 &gt; 政策</nav><div id="content"><p>正文。</p></div><footer>版权</footer>',
      `<meta name="ArticleTitle" content="临时救助办法"><meta name="ContentSource" content="县民政局">
      <meta name="PubDate" content="2026-03-06 09:00"><link rel="canonical" href="https://www.example.cn/a.html">`,
    );
    expect(known.basis?.value).toEqual([
      { title: '临时救助办法', issuer: '县民政局', date: '2026-03-06', url: 'https://www.example.cn/a.html' },
    ]);
  });

  test('gets its own pictures, upright and without camera metadata, and lists those that cannot be copied', async () => {
    const photo = await sharp({ create: { width: 2400, height: 1200, channels: 3, background: '#a33' } })
      .withExif({ IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '36/1 39/1 0/1' } })
      .jpeg()
      .toBuffer();
    const page = utf8(
      '<p><img src="img/a.jpg" alt="修好的路"><img src="https://x.example/b.jpg"><img src="a.jpg"></p>',
    );
    const { body, pictures, notes } = await bring(page, 'a.html', {
      'img/a.jpg': photo,
      'a.jpg': utf8('no picture'),
    });
    expect(body.trim()).toBe('![修好的路](/images/x/1.jpg)');
    const { width, exif } = await sharp(pictures[0]?.bytes).metadata();
    expect([pictures.length, width, exif]).toEqual([1, 1600, undefined]);
    expect(notes).toContain('没有带过来的图片（2 处）。');
  });
});

describe('a text', () => {
  test('of Chinese Windows is read in its own encoding', async () => {
    const { known, body, notes } = await bring(
      readFileSync(new URL('examples/gb18030.txt', import.meta.url)),
      '通知.txt',
    );
    expect(known.title?.value).toBe('关于发放冬季取暖补贴的通知');
    expect(body).toContain('㙍');
    expect(notes).toContain('原文件的编码是 GB18030，已经转成 UTF-8。');
  });

  test.each([
    ['with a mark', Uint8Array.of(0xef, 0xbb, 0xbf, ...utf8('补贴办法\n到村委会登记。'))],
    ['of UTF-16', Uint8Array.of(0xff, 0xfe, ...Buffer.from('补贴办法\n到村委会登记。', 'utf16le'))],
  ])('%s is read', async (_, bytes) => {
    const { known, body } = await bring(bytes, 'a.txt');
    expect([known.title?.value, body.trim()]).toEqual(['补贴办法', '到村委会登记。']);
  });

  test('gives its number, issuer, day, terms, sums and telephones to the fields, each with its sentence', async () => {
    const { known, notes } = await bring(
      utf8(`关于做好缴费工作的通知
汾政办发〔2026〕12号
一、缴费标准
每年最低200元，最高5000元。咨询电话：12333，0357-5122345。
请于2026年12月20日前缴费，截止时间2026年12月20日。
本办法自2026年1月1日起施行，有效期至2030年12月31日。
示例县人民政府办公室
2026年11月3日`),
      'a.txt',
    );
    expect(Object.fromEntries(Object.entries(known).map(([name, { value }]) => [name, value]))).toEqual({
      title: '关于做好缴费工作的通知',
      basis: [
        {
          title: '关于做好缴费工作的通知',
          issuer: '示例县人民政府办公室',
          number: '汾政办发〔2026〕12号',
          date: '2026-11-03',
        },
      ],
      benefit: ['每年最低200元，最高5000元。'],
      applyBy: '2026-12-20',
      validFrom: '2026-01-01',
      validUntil: '2030-12-31',
      contacts: ['tel-12333'],
    });
    expect(known.applyBy?.from).toContain('截止时间2026年12月20日');
    expect(notes.join()).toContain('0357-5122345');
  });
});

describe('a valid body is imported from', () => {
  const takes = (body: string) => parseBody(body, 'a.mdx', 1).diagnostics;
  const piece = fc.constantFrom(
    ...[
      'import x',
      'export y',
      '{a}',
      '}',
      '<b>',
      '</p>',
      '<p>',
      '<h2>',
      '<ul><li>',
      '<table><tr><td>',
      '</td></tr></table>',
    ],
    ...[
      '<pre>',
      '<a href="x">',
      '<blockquote>',
      '**',
      '~',
      '_',
      '`',
      '#',
      '- ',
      '1. ',
      '|',
      '\\',
      '\n',
      '\n\n',
      '&lt;',
      '&#123;',
    ],
    ...['补贴', '：', '“', '\uE000', '🙂', '---', '<!--', '-->', '<Note>', '<script>'],
  );

  test('any web page', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(piece, { minLength: 1, maxLength: 25 }), async (pieces) => {
        // A full stop, because a page without text is refused.
        expect(takes((await html(`<p>。</p>${pieces.join('')}`)).body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test('any text', async () => {
    const text = fc.array(fc.oneof(piece, fc.string()), { minLength: 1, maxLength: 25 });
    await fc.assert(
      fc.asyncProperty(text, async (pieces) => {
        const bytes = utf8(`题\n${pieces.join('').replaceAll('\0', '')}`);
        expect(takes((await bring(bytes, 'a.txt')).body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('a file that cannot be imported is reported in words, with the remedy', () => {
  test.each([
    ['an empty file', 'a.txt', new Uint8Array(), '空的'],
    ['data of a program', 'a.txt', utf8('{"name": 1}'), '不是文章'],
    ['a program called a text', 'a.txt', Uint8Array.of(1, 0, 2), '不是文字'],
    ['a broken Word file, or one with a password', 'a.docx', utf8('PK no zip'), '密码'],
    ['a file of 50 MB', 'a.txt', new Uint8Array(50 * 1024 * 1024), '太大'],
  ])('%s', async (_, name, bytes, words) => {
    await expect(bring(bytes, name)).rejects.toThrow(words);
  });
});
