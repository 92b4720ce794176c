import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { readerContext } from '../import-fixture.ts';
import { type MadeText, madePdfFile } from '../pdf/made-pdf-file.ts';
import { imbalanceOf, type RunProgram } from '../source-document.ts';
import { readPdf } from './pdf.ts';

const context = (runProgram?: RunProgram) => readerContext('通知.pdf', runProgram);
const elements = (root: Root) => root.children.filter((child): child is Element => child.type === 'element');
const texts = (root: Root) => elements(root).map((each) => treeText(each));

const LEFT = 80;
const SIZE = 12;
/** Lines as a printer sets them: the first indented by two characters, the others full, 36 characters wide. */
function setParagraph(text: string, y: number): MadeText[] {
  const lines = [text.slice(0, 34), ...(text.slice(34).match(/.{1,36}/gsu) ?? [])];
  return lines.map((line, index) => ({
    text: line,
    x: index === 0 ? LEFT + 2 * SIZE : LEFT,
    y: y + index * 20,
    size: SIZE,
  }));
}

describe('a PDF that LibreOffice made', async () => {
  const file = readFileSync(join(import.meta.dirname, '../examples/qu-nuan-bu-tie.pdf'));
  const document = await readPdf(new Uint8Array(file), context());
  const [number, title, ...rest] = elements(document.root);

  test('has its title, its number and its paragraphs, each in one piece', () => {
    expect([number?.tagName, number && treeText(number)]).toEqual(['p', '示民发〔2026〕12号']);
    expect([title?.tagName, title && treeText(title)]).toEqual(['h1', '关于发放冬季取暖补贴的通知']);
    expect(rest.filter(({ tagName }) => tagName === 'p').map((each) => treeText(each))).toEqual([
      '各乡镇人民政府：',
      '为了让困难群众温暖过冬，现就发放2026年冬季取暖补贴通知如下，请各乡镇人民政府认真办理，补贴要在下雪以前发到每一户的手里，一户都不能少。',
      '联系电话：0000-1234567。',
      '示例县民政局',
      '2026年10月20日',
    ]);
  });

  test('has its table cell by cell, with merged cells and a raised figure', () => {
    const table = rest.find(({ tagName }) => tagName === 'table') as Element;
    const cells = (element: Element): Element[] =>
      element.children.flatMap((child) =>
        child.type !== 'element' ? [] : /^t[hd]$/.test(child.tagName) ? [child] : cells(child),
      );
    expect(cells(table).map((cell) => [treeText(cell), cell.properties])).toEqual([
      ['类别', {}],
      ['标准', {}],
      ['备注', {}],
      ['低保户', { rowSpan: 2 }],
      ['300元', {}],
      ['一类', {}],
      ['200元', {}],
      ['二类，年底前由乡镇发放，一次发清，不用再申请', {}],
      ['每户最高', { colSpan: 2 }],
      ['103元', {}],
    ]);
    expect(JSON.stringify(table)).toContain('"sup"');
  });

  test('accounts for every character', () => expect(imbalanceOf(document)).toBe(0));
});

test('made pages of paragraphs come back paragraph by paragraph, whatever their lengths', async () => {
  const paragraph = fc
    .array(fc.constantFrom(...'补贴每户三百元，由乡镇发放；2026年十二月以前发清ABC'), {
      minLength: 1,
      maxLength: 120,
    })
    .map((characters) => `${characters.join('')}。`);
  await fc.assert(
    fc.asyncProperty(fc.array(paragraph, { minLength: 1, maxLength: 4 }), async (paragraphs) => {
      let y = 80;
      const placed = paragraphs.flatMap((text) => {
        const lines = setParagraph(text, y);
        y += lines.length * 20;
        return lines;
      });
      // A full line that the edges of the text are measured by.
      const full = setParagraph('字'.repeat(70), y);
      const { root, ...account } = await readPdf(madePdfFile([{ texts: [...placed, ...full] }]), context());
      expect(texts(root)).toEqual([...paragraphs, '字'.repeat(70)]);
      expect(imbalanceOf({ root, ...account })).toBe(0);
    }),
    { numRuns: 25 },
  );
});

test('a paragraph goes on behind a page break, without header and page number', async () => {
  const page = (text: readonly MadeText[], number: number) => ({
    texts: [
      { text: '示例县民政局文件汇编', x: 230, y: 40, size: 9 },
      ...text,
      { text: `—${number}—`, x: 290, y: 810, size: 9 },
    ],
  });
  const [first, second] = [setParagraph('前'.repeat(70), 700), setParagraph('后'.repeat(70), 100)];
  second.forEach((line) => {
    line.x = LEFT;
  });
  second[0] = { ...(second[0] as MadeText), text: '后'.repeat(36) };
  second[1] = { ...(second[1] as MadeText), text: '后'.repeat(10) };
  const document = await readPdf(madePdfFile([page(first, 1), page(second, 2)]), context());
  expect(texts(document.root)).toEqual([`${'前'.repeat(70)}${'后'.repeat(46)}`]);
  expect(document.omissions.map(({ kind, text }) => [kind, text])).toEqual([
    ['header-footer', '示例县民政局文件汇编'],
    ['page-number', '—1—'],
    ['header-footer', '示例县民政局文件汇编'],
    ['page-number', '—2—'],
  ]);
  expect(imbalanceOf(document)).toBe(0);
});

test('two columns are read one after the other', async () => {
  const column = (x: number, character: string): MadeText[] =>
    Array.from({ length: 8 }, (_, index) => ({ text: character.repeat(16), x, y: 100 + index * 20 }));
  const { root } = await readPdf(
    madePdfFile([{ texts: [...column(70, '左'), ...column(310, '右')] }]),
    context(),
  );
  expect(texts(root).join('')).toBe('左'.repeat(128) + '右'.repeat(128));
});

test('names and numbers in columns without lines are a table', async () => {
  const rows = [
    ['单位', '电话'],
    ['东村', '0000-1234501'],
    ['西村', '0000-1234502'],
  ];
  const placed = rows.flatMap(([name = '', phone = ''], index) => [
    { text: name, x: 100, y: 100 + index * 20 },
    { text: phone, x: 250, y: 100 + index * 20 },
  ]);
  const { root } = await readPdf(madePdfFile([{ texts: placed }]), context());
  expect(elements(root).map(({ tagName }) => tagName)).toEqual(['table']);
  expect(texts(root)).toEqual(['单位电话东村0000-1234501西村0000-1234502']);
});

test('invisible, doubled and misplaced text is left out and counted', async () => {
  const seen = { text: '补贴三百元', x: 100, y: 100 };
  const file = madePdfFile([
    {
      texts: [
        seen,
        { ...seen, x: 100.4 },
        { text: '看不见', x: 100, y: 200, mode: 3 },
        { text: '纸外面', x: 900, y: 200 },
      ],
    },
  ]);
  const document = await readPdf(file, context());
  expect(texts(document.root)).toEqual(['补贴三百元']);
  expect(document.omissions.map(({ kind, text }) => [kind, text]).sort()).toEqual([
    ['hidden', '看不见'],
    ['hidden', '纸外面'],
    ['repeated', '补贴三百元'],
  ]);
  expect(imbalanceOf(document)).toBe(0);
});

test('text of a font that does not name its characters is told as garbled; other text is not', async () => {
  const noted = async (text: string) =>
    (await readPdf(madePdfFile([{ texts: [{ text, x: 80, y: 100 }] }]), context())).notes.join();
  expect(await noted('ÎËÏÐ补贴ÑÒKÂÃ每户ÊÈÉ发放')).toContain('乱码');
  expect(await noted('每户补贴三百元，由乡镇人民政府发放到社会保障卡上，不收café一分钱手续费。')).toBe('');
});

test.each(['UniGB-UCS2-H', 'UniGB-UTF16-H', 'GBK-EUC-H', 'GBK2K-H', 'GBKp-EUC-H', 'GB-EUC-H'] as const)(
  'text of a Chinese font that is not in the file is read by the table that it names (%s)',
  async (encoding) => {
    const text = '高龄津贴：八十岁以上的老人，每月一百元。';
    const file = madePdfFile([{ texts: [{ text, x: 80, y: 100 }] }], { encoding });
    const document = await readPdf(file, context());
    expect(texts(document.root)).toEqual([text]);
    expect(imbalanceOf(document)).toBe(0);
  },
);

test('text of a font that cannot be read is counted, and a file of nothing else is not called a picture', async () => {
  const lost = { text: '津贴', x: 80, y: 100, isLost: true };
  const readable = { text: '每月一百元。', x: 80, y: 140 };
  const document = await readPdf(madePdfFile([{ texts: [lost, readable] }]), context());
  expect(document.notes.join()).toContain('有 1 处文字没有读出来');
  await expect(readPdf(madePdfFile([{ texts: [lost] }]), context())).rejects.toThrow(
    /没有认得出的字.*Word 原件/,
  );
});

describe('a scanned page', () => {
  const scan = madePdfFile([{ texts: [], picture: [0, 0, 595, 842] }]);

  test('is said to be one, with what would read it', async () => {
    await expect(readPdf(scan, context())).rejects.toThrow(/扫描的图.*tesseract/);
  });

  test('is read where tesseract is installed, and each line is marked', async () => {
    const given: unknown[] = [];
    const document = await readPdf(
      scan,
      context(async ({ program, files }) => {
        given.push(program, Object.keys(files));
        const text = new TextEncoder().encode('冬 季 取暖 补 贴: \n\n每 户; 300 元\n');
        return { status: 'done', output: '', files: new Map([['text.txt', text]]) };
      }),
    );
    expect(given).toEqual(['tesseract', ['page.png']]);
    expect(texts(document.root)).toEqual(['【待核对】冬季取暖补贴：', '【待核对】每户；300元']);
    expect(imbalanceOf(document)).toBe(0);
  });

  test('with recognized text below it gives that text, and says that a program read it', async () => {
    const file = madePdfFile([
      { texts: [{ text: '机器认的字', x: 100, y: 100, mode: 3 }], picture: [0, 0, 595, 842] },
    ]);
    const document = await readPdf(file, context());
    expect(texts(document.root)).toEqual(['机器认的字']);
    expect(document.notes.join()).toContain('逐行对照原件');
  });
});

test.each([
  ['a password', madePdfFile([{ texts: [] }], { encrypted: true }), /设了密码/],
  ['damage', new TextEncoder().encode('%PDF-1.5\n不是 PDF'), /坏了，打不开/],
])('%s is said in one sentence', async (_, file, message) => {
  await expect(readPdf(file, context())).rejects.toThrow(message);
});
