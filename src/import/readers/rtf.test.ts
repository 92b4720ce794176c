/** Rich text comes with its Chinese in every encoding, its numbers, tables and notes; what is not seen is left out and said. */
import fc from 'fast-check';
import type { Element, Root } from 'hast';
import { describe, expect, test } from 'vitest';
import { treeText } from '../../markup/index.ts';
import { ImportError } from '../import-error.ts';
import { readerContext } from '../import-fixture.ts';
import { imbalanceOf } from '../source-document.ts';
import { readRtf } from './rtf.ts';

const HEAD =
  '\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 SimSun;}{\\f1\\fswiss\\fcharset0 Arial;}{\\f2\\fnil\\fcharset2 Wingdings;}}{\\stylesheet{\\s0 Normal;}{\\s1\\outlinelevel0 heading 1;}{\\s2 Title;}}';
const context = readerContext('通知.rtf');

const bytesOf = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0) & 0xff);
/** Chinese as `\uN?`. */
const u = (text: string) =>
  Array.from(
    { length: text.length },
    (_, at) => `\\u${((text.charCodeAt(at) + 0x8000) % 0x10000) - 0x8000}?`,
  ).join('');

async function read(body: string) {
  const source = await readRtf(bytesOf(`{${HEAD}${body}}`), context);
  expect(imbalanceOf(source)).toBe(0);
  return { ...source, lines: linesOf(source.root) };
}

const linesOf = (root: Root) =>
  root.children.map((node) => `${(node as Element).tagName} ${treeText(node as Element)}`);

describe('Chinese', () => {
  test.each([
    ['escaped bytes', "\\'d6\\'d0\\'b9\\'fa\\par"],
    ['escaped bytes in a Latin font', "{\\f1 \\'d6\\'d0}\\f0\\'b9\\'fa\\par"],
    ['bytes as they are', '\xd6\xd0\xb9\xfa\\par'],
    ['Unicode with a fallback of one byte', '\\uc1\\u20013?\\u22269?\\par'],
    ['Unicode with a fallback of two bytes', "\\uc2\\u20013\\'d6\\'d0\\u22269\\'b9\\'fa\\par"],
    ['Unicode without a fallback', '\\uc0\\u20013\\u22269 \\par'],
    ['two copies for old and new readers', '{\\upr{?}{\\*\\ud{\\u20013?\\u22269?}}}\\par'],
    ['a line break inside the file', "\\'d6\\'d0\r\n\\'b9\\'fa\\par"],
  ])('in %s is right', async (_, body) => {
    expect((await read(body)).lines.map((line) => line.trim())).toEqual(['p 中国']);
  });

  test('beyond the basic plane and in quotation marks is right', async () => {
    expect((await read(`${u('𠮷“引”')}\\ldblquote\\emdash\\par`)).lines).toEqual(['p 𠮷“引”“—']);
  });
});

test.each(['\n', '\r\n', '\r'])(
  'a backslash before the line end %j ends a paragraph, as the Mac writes it',
  async (end) => {
    expect((await read(`${u('甲')}\\${end}${u('乙')}\\par`)).lines).toEqual(['p 甲', 'p 乙']);
  },
);

test('headings, automatic numbers, bullets, tick boxes and a title are told by the file', async () => {
  const { lines } = await read(
    `\\pard\\s2 ${u('通知')}\\par\\pard\\s1 ${u('对象')}\\par\\pard\\s0{\\listtext ${u('第五条')}\\tab}${u('甲')}\\par` +
      `{\\listtext\\bullet\\tab}${u('乙')}\\par{\\pntext\\'b7\\tab}{\\f2\\'a8}${u('丙')}\\par`,
  );
  expect(lines.slice(0, 4)).toEqual(['h1 通知', 'h1 对象', 'p 第五条 甲', 'ul 乙']);
  expect(lines[4]).toContain('□丙');
});

test('what is hidden, deleted or struck out, comments and page headers are left out and said', async () => {
  const { lines, omissions, notes } = await read(
    `{\\header ${u('页眉')}\\par}{\\footer ${u('示民发〔2026〕8号')}\\par}${u('每户')}{\\strike 200}300{\\v ${u('内部')}}{\\deleted ${u('旧')}}{\\revised ${u('新')}}{\\*\\atnid a}{\\*\\annotation ${u('核对')}}\\par`,
  );
  expect(lines).toEqual(['p 示民发〔2026〕8号', 'p 每户300新']);
  expect(omissions.map(({ kind, text }) => [kind, text])).toEqual([
    ['header-footer', '页眉'],
    ['struck', '200'],
    ['hidden', '内部'],
    ['deleted', '旧'],
    ['comment', '核对'],
  ]);
  expect(notes).toHaveLength(1);
});

test('a table keeps merged cells, a skipped column and the table within', async () => {
  const cell = (text: string) => `\\pard\\intbl ${u(text)}\\cell`;
  const { root } = await read(
    `\\trowd\\cellx2000\\cellx4000${cell('类别')}${cell('标准')}\\row` +
      `\\trowd\\clvmgf\\cellx1000\\cellx2000\\cellx4000${cell('低保')}${cell('一档')}${cell('三百')}\\row` +
      `\\trowd\\clvmrg\\cellx1000\\cellx2000\\cellx4000${cell('')}${cell('二档')}\\pard\\intbl\\itap2 ${u('内')}\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}{\\nonesttables\\par}\\pard\\intbl\\itap1\\cell\\row` +
      `\\trowd\\trleft2000\\cellx4000${cell('合计')}\\row\\pard ${u('完')}\\par`,
  );
  const rows = ((root.children[0] as Element).children[0] as Element).children as Element[];
  expect(
    rows.map((row) => row.children.map((one) => [treeText(one as Element), (one as Element).properties])),
  ).toEqual([
    [
      ['类别', { colSpan: 2 }],
      ['标准', {}],
    ],
    [
      ['低保', { rowSpan: 2 }],
      ['一档', {}],
      ['三百', {}],
    ],
    [
      ['二档', {}],
      ['内', {}],
    ],
    [
      ['', { colSpan: 2 }],
      ['合计', {}],
    ],
  ]);
  expect(treeText(root.children[1] as Element)).toBe('完');
});

test('a footnote, a text box, a link, a raised figure and pinyin keep their meaning', async () => {
  const { root, lines, omissions } = await read(
    `10{\\super 4}${u('元')}{\\super\\chftn}{\\footnote\\pard{\\super\\chftn} ${u('按年')}}{\\field{\\*\\fldinst HYPERLINK "https://www.example.cn/"}{\\fldrslt ${u('网')}}}` +
      `{\\field{\\*\\fldinst{EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(q),${u('勍')})}}{\\fldrslt}}{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 202}}{\\shptxt ${u('盒')}\\par}}{\\shprslt{\\*\\do ${u('盒')}}}}{\\shp{\\*\\shpinst{\\sp{\\sn shapeType}{\\sv 20}}}}\\par`,
  );
  expect(lines).toEqual(['p 104元[1]网勍q', 'p 盒', 'p [1] 按年']);
  const [first] = root.children as Element[];
  expect(first?.children.flatMap((node) => (node.type === 'element' ? [node.tagName] : []))).toEqual([
    'sup',
    'a',
    'ruby',
  ]);
  expect(omissions.map(({ kind }) => kind)).toEqual(['drawing']);
});

test('a picture is taken, one in an old vector format is said', async () => {
  const { pictures, omissions } = await read(
    '{\\pict\\pngblip 89504e47\r\n0d0a}{\\pict\\wmetafile8 0100}{\\nonshppict{\\pict\\pngblip 00}}\\par',
  );
  expect([...pictures.values()].map((bytes) => [...bytes])).toEqual([[0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a]]);
  expect(omissions.map(({ kind }) => kind)).toEqual(['drawing']);
});

test('a file without text has a message', async () => {
  await expect(readRtf(bytesOf(`{${HEAD}}`), context)).rejects.toBeInstanceOf(ImportError);
});

const words = fc.stringMatching(/^[\u4e00-\u9fa50-9a-z，。]{1,6}$/).map(u);
const inline = fc.oneof(
  words,
  words.map((text) => `{\\v ${text}}`),
  words.map((text) => `{\\strike ${text}}`),
  words.map((text) => `{\\deleted ${text}}`),
  words.map((text) => `{\\footnote ${text}}`),
  words.map((text) => `{\\*\\annotation ${text}\\par ${text}}`),
  words.map((text) => `{\\shp{\\*\\shpinst{\\shptxt ${text}}}}`),
  words.map((text) => `{\\field{\\*\\fldinst TOC}{\\fldrslt ${text}\\par}}`),
  words.map((text) => `{\\*\\unknown ${text}}`),
);
const line = fc.array(inline, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(''));
const block = fc.oneof(
  line.map((text) => `\\pard ${text}\\par`),
  line.map((text) => `{\\listtext 1.\\tab}${text}\\par`),
  line.map(
    (text) =>
      `\\trowd\\cellx1000\\clvmrg\\cellx2000\\pard\\intbl ${text}\\cell\\pard\\intbl ${text}\\par ${text}\\cell\\row\\pard`,
  ),
  line.map(
    (text) =>
      `\\trowd\\cellx1000\\pard\\intbl\\itap2 ${text}\\nestcell{\\*\\nesttableprops\\trowd\\cellx500\\nestrow}\\pard\\intbl\\cell\\row\\pard`,
  ),
  line.map((text) => `{\\header ${text}\\par}`),
);

test('no character of any text is lost or doubled without being said, even in a file cut off anywhere', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(block, { minLength: 1, maxLength: 6 }),
      fc.double({ min: 0.3, max: 1, noNaN: true }),
      async (blocks, share) => {
        const whole = `{${HEAD}${u('始')}\\par${blocks.join('')}}`;
        const cut = whole.slice(0, Math.ceil(whole.length * share));
        const source = await readRtf(bytesOf(cut), context).catch((error: unknown) => error);
        if (source instanceof ImportError) return;
        expect(imbalanceOf(source as Awaited<ReturnType<typeof readRtf>>)).toBe(0);
      },
    ),
    { numRuns: 300 },
  );
});
