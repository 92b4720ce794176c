import fc from 'fast-check';
import type { Element, Root } from 'hast';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { readerContext } from '../import-fixture.ts';
import { type MadeOfd, madeLine, madeOfdFile, madeText } from '../ofd/made-ofd-file.ts';
import { imbalanceOf } from '../source-document.ts';
import { readOfd } from './ofd.ts';

const context = readerContext('通知.ofd');
const read = (made: MadeOfd) => readOfd(madeOfdFile(made), context);
const elements = (root: Root) => root.children.filter((child): child is Element => child.type === 'element');
const texts = (root: Root) => elements(root).map((each) => treeText(each));

const SIZE = 4.2;
/** Lines as an office program sets them: 36 characters wide, the first indented by two. */
function setParagraph(text: string, y: number, x = 28): string {
  const lines = [text.slice(0, 34), ...(text.slice(34).match(/.{1,36}/gsu) ?? [])];
  return lines.map((line, index) => madeText(line, index === 0 ? x + 2 * SIZE : x, y + index * 7)).join('');
}
const PARAGRAPH = `${'每户补贴三百元，由乡镇发放，'.repeat(5)}年底以前发清。`;

test.each(['ofd:', ''])('title, number and paragraphs, with the prefix %j', async (prefix) => {
  const layer = [
    madeText('示民发〔2026〕12号', 80, 40),
    madeText('关于发放冬季取暖补贴的通知', 60, 60, { size: 7 }),
    setParagraph(PARAGRAPH, 80),
    madeText('2026年10月20日', 140, 110, { deltas: 'g 3 2.1 4.2 2.1 2.1 4.2 2.1 2.1' }),
  ].join('');
  const document = await read({ pages: [layer], prefix });
  expect(elements(document.root).map((each) => [each.tagName, treeText(each)])).toEqual([
    ['p', '示民发〔2026〕12号'],
    ['h1', '关于发放冬季取暖补贴的通知'],
    ['p', PARAGRAPH],
    ['p', '2026年10月20日'],
  ]);
  expect(imbalanceOf(document)).toBe(0);
});

test('the text is in the order of the page, whatever the order of the file', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray(
        Array.from({ length: 8 }, (_, index) => index),
        { minLength: 8, maxLength: 8 },
      ),
      async (order) => {
        const layer = order.map((index) => madeText(`第${index}段写完了。`, 36.4, 40 + index * 12)).join('');
        const document = await read({ pages: [layer] });
        expect(texts(document.root).join('')).toBe(
          Array.from({ length: 8 }, (_, index) => `第${index}段写完了。`).join(''),
        );
        expect(imbalanceOf(document)).toBe(0);
      },
    ),
    { numRuns: 30 },
  );
});

test('a title whose characters stand one below the other is one title', async () => {
  const layer = [...'采购公告'].map((character, index) =>
    madeText(character, 100, 40 + index * 20, { size: 10 }),
  );
  const { root } = await read({ pages: [layer.join('') + setParagraph(PARAGRAPH, 140)] });
  expect(texts(root)).toEqual(['采购公告', PARAGRAPH]);
});

test('a step back behind the last character moves no character', async () => {
  const deltas = 'g 4 2.1 4.2 g 2 2.1 4.2 g 2 2.1 -23.1';
  const { root } = await read({ pages: [madeText('2020年08月05日', 36.4, 40, { deltas })] });
  expect(texts(root)).toEqual(['2020年08月05日']);
});

test('items of a list are paragraphs of their own, whatever mark they end with', async () => {
  const [first, second] = [`1、${'字'.repeat(32)}——《词》`, '2、第二条——《诗》'];
  const layer = [first, second].map((text, index) => madeText(text, 28, 40 + index * 7)).join('');
  const { root } = await read({ pages: [layer] });
  expect(texts(root)).toEqual([first, second]);
});

test('a table by its lines, with a merged cell', async () => {
  const lines = [
    ...[30, 40, 50].map((y) => madeLine(30, y, 120, y)),
    ...[30, 120].map((x) => madeLine(x, 30, x, 50)),
    madeLine(75, 30, 75, 40),
  ];
  const layer = [
    ...lines,
    madeText('类别', 32, 37),
    madeText('标准', 77, 37),
    madeText('每户最高三百元', 32, 47),
  ].join('');
  const { root } = await read({ pages: [layer] });
  const [table] = elements(root);
  expect(table?.tagName).toBe('table');
  expect(JSON.stringify(table)).toContain('"colSpan":2');
  expect(texts(root)).toEqual(['类别标准每户最高三百元']);
});

test('what the template puts on every page is no text of the document', async () => {
  const document = await read({
    template: madeText('示例县人民政府办公室', 80, 15, { size: 3 }),
    pages: [setParagraph(PARAGRAPH, 60), setParagraph(PARAGRAPH, 60)],
  });
  expect(texts(document.root)).toEqual([PARAGRAPH, PARAGRAPH]);
  expect(document.omissions.map(({ kind, text }) => [kind, text])).toEqual([
    ['header-footer', '示例县人民政府办公室'],
    ['header-footer', '示例县人民政府办公室'],
  ]);
  expect(imbalanceOf(document)).toBe(0);
});

test('text in composite objects and blocks is read where it stands', async () => {
  const { root } = await read({
    pages: [
      `<ofd:PageBlock>${madeText('先写的。', 36.4, 40)}</ofd:PageBlock><ofd:CompositeObject ID="7" ResourceID="50" Boundary="0 100 210 100"/>`,
    ],
    resources: `<ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="50" Width="210" Height="100"><ofd:Content>${madeText('后写的。', 36.4, 40)}</ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits>`,
  });
  expect(texts(root)).toEqual(['先写的。', '后写的。']);
});

test('a composite object that contains itself ends', async () => {
  const { root } = await read({
    pages: ['<ofd:CompositeObject ID="7" ResourceID="50" Boundary="0 0 210 100"/>'],
    resources: `<ofd:CompositeGraphicUnit ID="50"><ofd:Content>${madeText('字', 20, 30)}<ofd:CompositeObject ResourceID="50" Boundary="0 9 210 100"/></ofd:Content></ofd:CompositeGraphicUnit>`,
  });
  expect(texts(root).join('')).toMatch(/^字{1,10}$/);
});

test('a picture stands between the paragraphs around it', async () => {
  const png = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#4a7' } })
    .png()
    .toBuffer();
  const { root, pictures } = await read({
    pages: [
      `${madeText('上面。', 36.4, 40)}<ofd:ImageObject ID="6" ResourceID="60" Boundary="30 50 60 40"/>${madeText('下面。', 36.4, 110)}`,
    ],
    resources:
      '<ofd:MultiMedias><ofd:MultiMedia ID="60" Type="Image"><ofd:MediaFile>a.png</ofd:MediaFile></ofd:MultiMedia></ofd:MultiMedias>',
    parts: { 'Doc_0/Res/a.png': new Uint8Array(png) },
  });
  const [, picture] = elements(root);
  expect(texts(root)).toEqual(['上面。', '', '下面。']);
  const [image] = picture?.children ?? [];
  expect(pictures.get(String(image?.type === 'element' && image.properties.src))?.length).toBe(png.length);
});

describe('what is no text of the draft', async () => {
  const document = await read({
    pages: [
      `${madeText('补贴三百元。', 36.4, 40)}${madeText('看不见', 36.4, 60, { more: 'Visible="false"' })}`,
    ],
    body: '<ofd:Signatures>Signs/Signatures.xml</ofd:Signatures>',
    document:
      '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>Attachs.xml</ofd:Attachments>',
    parts: {
      'Doc_0/Annots/Annotations.xml':
        '<ofd:Annotations><ofd:Page PageID="10"><ofd:FileLoc>Page_0.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
      'Doc_0/Annots/Page_0.xml': `<ofd:PageAnnot><ofd:Annot Type="Watermark"><ofd:Appearance>${madeText('内部资料', 10, 10)}</ofd:Appearance></ofd:Annot></ofd:PageAnnot>`,
    },
  });

  test('is left out and counted: hidden text, comments and watermarks', () => {
    expect(texts(document.root)).toEqual(['补贴三百元。']);
    expect(document.omissions.map(({ kind, text }) => [kind, text])).toEqual([
      ['comment', '内部资料'],
      ['hidden', '看不见'],
    ]);
    expect(imbalanceOf(document)).toBe(0);
  });

  test('is said: a signature, attachments', () => {
    expect(document.notes.join()).toMatch(/电子签章.*附件/);
  });
});

test.each<[string, MadeOfd, RegExp]>([
  ['encryption', { pages: [''], body: '<ofd:Encryptions>E.xml</ofd:Encryptions>' }, /加了密/],
  ['a file without pages', { pages: [] }, /没有页面/],
])('%s is said in one sentence', async (_, made, message) => {
  await expect(read(made)).rejects.toThrow(message);
});
