/** The ledger balances for any document of any format, and says in Chinese what was left out. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Imported, importFile } from './import-file.ts';
import { importOptions } from './import-fixture.ts';
import { type Ledger, ledgerDifference, ledgerSummary, ledgerText } from './ledger.ts';
import { madeOfdFile, madeText } from './ofd/made-ofd-file.ts';
import { madePdfFile } from './pdf/made-pdf-file.ts';
import {
  cell,
  level,
  list,
  numbered,
  p,
  row,
  run,
  styled,
  wordFile,
  wordTable,
} from './word/made-word-file.ts';

const utf8 = (text: string) => new TextEncoder().encode(text);
const bring = (content: string | Uint8Array, name: string): Promise<Imported> =>
  importFile(typeof content === 'string' ? utf8(content) : content, name, importOptions);

/** How a piece of text stands in a document; each format writes it in its own way. */
type Look = 'plain' | 'bold' | 'hidden' | 'struck' | 'deleted' | 'raised' | 'boxed' | 'read';
interface Piece {
  look: Look;
  text: string;
}
type Block =
  | { kind: 'paragraph' | 'heading' | 'item'; pieces: Piece[] }
  | { kind: 'table'; rows: Piece[][]; merge: boolean };

const text = fc.oneof(
  fc.stringMatching(/^[一-龥]{1,4}$/),
  fc.constantFrom(
    '10',
    '300元',
    'm',
    '（见附件）',
    '一、',
    '第一条',
    '12月',
    '*',
    '_',
    '~',
    '[1]',
    '#',
    '1.',
    '，',
    '。',
    '“好”',
    'import',
  ),
);
const piece = fc.record({
  look: fc.constantFrom<Look>(
    'plain',
    'plain',
    'plain',
    'bold',
    'hidden',
    'struck',
    'deleted',
    'raised',
    'boxed',
    'read',
  ),
  text,
});
const pieces = fc.array(piece, { minLength: 1, maxLength: 5 });
const block: fc.Arbitrary<Block> = fc.oneof(
  fc.record({ kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'item' as const), pieces }),
  fc.record({
    kind: fc.constant('table' as const),
    rows: fc
      .integer({ min: 1, max: 3 })
      .chain((width) =>
        fc.array(fc.array(piece, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 3 }),
      ),
    merge: fc.boolean(),
  }),
);
/** A cell that continues the one above has no text of its own. */
const withoutCovered = (each: Block): Block =>
  each.kind === 'table' && each.merge
    ? {
        ...each,
        rows: each.rows.map((cells, index) =>
          cells.map((one, column) =>
            index > 0 && column === 0 ? { look: 'plain' as const, text: '' } : one,
          ),
        ),
      }
    : each;
const documents = fc.array(block.map(withoutCovered), { minLength: 1, maxLength: 6 });

const isSeen = ({ look }: Piece) => look !== 'hidden' && look !== 'struck' && look !== 'deleted';
const allPieces = (blocks: readonly Block[]) =>
  blocks.flatMap((each) => (each.kind === 'table' ? each.rows.flat() : each.pieces));

function wordRun({ look, text: words }: Piece): string {
  if (look === 'deleted') return `<w:del><w:r><w:delText>${words}</w:delText></w:r></w:del>`;
  if (look === 'boxed')
    return `<w:r><w:pict><v:rect><v:textbox><w:txbxContent>${p(run(words))}</w:txbxContent></v:textbox></v:rect></w:pict></w:r>`;
  if (look === 'read')
    return `<w:r><w:ruby><w:rt>${run('dú')}</w:rt><w:rubyBase>${run(words)}</w:rubyBase></w:ruby></w:r>`;
  const properties = {
    bold: '<w:b/>',
    hidden: '<w:vanish/>',
    struck: '<w:strike/>',
    raised: '<w:vertAlign w:val="superscript"/>',
    plain: '',
  };
  return run(words, properties[look]);
}

function asWord(blocks: readonly Block[]): Uint8Array {
  const write = (each: Block): string => {
    if (each.kind === 'table') {
      return wordTable(
        each.rows
          .map((cells, index) =>
            row(
              cells
                .map((one, column) =>
                  cell(
                    p(wordRun(one)),
                    each.merge && column === 0 ? `<w:vMerge${index === 0 ? ' w:val="restart"' : ''}/>` : '',
                  ),
                )
                .join(''),
            ),
          )
          .join(''),
      );
    }
    const runs = each.pieces.map(wordRun).join('');
    return each.kind === 'heading' ? styled('1', runs) : each.kind === 'item' ? numbered(runs) : p(runs);
  };
  return wordFile({
    body: blocks.map(write).join(''),
    numbering: list(level(0, 'chineseCounting', '（%1）')),
    comments: `<w:comment w:id="1">${p('核对')}</w:comment>`,
    footer: p('第1页'),
  });
}

function asHtml(blocks: readonly Block[]): string {
  const tags: Record<Look, [string, string]> = {
    plain: ['', ''],
    bold: ['<b>', '</b>'],
    hidden: ['<i hidden>', '</i>'],
    struck: ['<s>', '</s>'],
    deleted: ['<del>', '</del>'],
    raised: ['<sup>', '</sup>'],
    boxed: ['<div>', '</div>'],
    read: ['<ruby>', '<rt>dú</rt></ruby>'],
  };
  const write = ({ look, text: words }: Piece) => tags[look].join(words);
  return blocks
    .map((each) => {
      if (each.kind === 'table') {
        return `<table>${each.rows.map((cells) => `<tr>${cells.map((one, index) => `<td${each.merge && index === 0 ? ' colspan=2 rowspan=2' : ''}>${write(one)}</td>`).join('')}</tr>`).join('')}</table>`;
      }
      const words = each.pieces.map(write).join('');
      return each.kind === 'heading'
        ? `<h2>${words}</h2>`
        : each.kind === 'item'
          ? `<ol type=i><li>${words}</ol>`
          : `<div>${words}</div>`;
    })
    .join('');
}

const asLines = (blocks: readonly Block[]) =>
  blocks
    .map((each) =>
      allPieces([each])
        .map((one) => one.text)
        .join(''),
    )
    .join('\n');
const asMht = (blocks: readonly Block[]) =>
  `MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="x"\r\n\r\n--x\r\nContent-Type: text/html; charset="utf-8"\r\nContent-Transfer-Encoding: base64\r\n\r\n${Buffer.from(asHtml(blocks)).toString('base64')}\r\n--x--\r\n`;
const asCsv = (blocks: readonly Block[]) =>
  `甲,乙\n${allPieces(blocks)
    .map((one) => `"${one.text}",x`)
    .join('\n')}\n`;

const isInvisible = ({ look }: Piece) => look === 'hidden' || look === 'struck' || look === 'deleted';

/** The lines of the blocks, each piece at its place: `x` and `y` in font sizes. */
function placed(blocks: readonly Block[]) {
  return blocks
    .flatMap((each) => (each.kind === 'table' ? each.rows : [each.pieces]))
    .flatMap((line, y) => {
      let x = 0;
      return line.map((one) => {
        const at = { ...one, x, y: y * 2, isRaised: one.look === 'raised' };
        x += one.text.length + 1;
        return at;
      });
    });
}
const asPdf = (blocks: readonly Block[]) =>
  madePdfFile([
    {
      texts: placed(blocks).map((one) => ({
        ...{ text: one.text, x: 80 + one.x * 12, y: 120 + one.y * 12 - (one.isRaised ? 4 : 0) },
        ...{ size: one.isRaised ? 8 : 12, mode: isInvisible(one) ? 3 : 0 },
      })),
    },
  ]);
const asOfd = (blocks: readonly Block[]) =>
  madeOfdFile({
    pages: [
      placed(blocks)
        .map((one) =>
          madeText(one.text, 28 + one.x * 4.2, 40 + one.y * 4.2 - (one.isRaised ? 1.4 : 0), {
            size: one.isRaised ? 2.8 : 4.2,
            more: isInvisible(one) ? 'Visible="false"' : '',
          }),
        )
        .join(''),
    ],
  });

describe('the two sums agree, and what is seen is in the draft', () => {
  test.each([
    ['Word', 'a.docx', asWord, true],
    ['a web page', 'a.html', asHtml, true],
    ['a web page in one file', 'a.mht', asMht, true],
    ['PDF', 'a.pdf', asPdf, true],
    ['OFD', 'a.ofd', asOfd, true],
    ['Markdown', 'a.md', asLines, false],
    ['plain text', 'a.txt', asLines, false],
    ['a table of commas', 'a.csv', asCsv, false],
  ] as const)('%s', async (_, name, write, hasLooks) => {
    await fc.assert(
      fc.asyncProperty(documents, async (blocks) => {
        const { ledger, body, known } = await bring(
          write([...blocks, { kind: 'paragraph', pieces: [{ look: 'plain', text: '完。' }] }]),
          name,
        );
        expect(ledgerDifference(ledger)).toBe(0);
        if (!hasLooks) return;
        const left = (...kinds: string[]) =>
          ledger.omissions
            .filter(({ kind }) => kinds.includes(kind))
            .map((each) => each.text)
            .join('')
            .replace(/\s/g, '').length;
        const unseen = allPieces(blocks)
          .filter((each) => !isSeen(each))
          .map((each) => each.text)
          .join('');
        expect(left('hidden', 'struck', 'deleted')).toBe(unseen.length);
        const draft = `${String(known.title?.value ?? '')}${body}`
          .replace(/[\s*_\\|]/g, '')
          .replace(/&#x([0-9A-F]+);/g, (_, hex: string) => String.fromCodePoint(Number.parseInt(hex, 16)));
        for (const each of allPieces(blocks).filter(
          (one) => one.look === 'plain' && /^[一-龥]+$/.test(one.text),
        )) {
          expect(draft).toContain(each.text);
        }
      }),
      { numRuns: name === 'a.docx' || name === 'a.html' ? 120 : name === 'a.pdf' ? 15 : 40 },
    );
  });
});

test('a page with its frame, programs and forms is balanced', async () => {
  const { ledger } = await bring(
    '<head><title>题_网</title></head><header>县政府网</header><nav>首页</nav><div id="content"><p>一<script>x</script><button>提交</button></p><p>习(xí)近\u200B平</p><table><caption>表</caption><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table></div><footer>版权</footer><noscript>开</noscript><svg><text>图</text></svg>',
    'a.html',
  );
  expect(ledgerDifference(ledger)).toBe(0);
});

describe('the report', () => {
  const ledger: Ledger = {
    sourceCharacters: 20,
    titleCharacters: 5,
    bodyCharacters: 13,
    omissions: [
      { kind: 'struck', text: '200', reason: '画了删除线的字', near: '每户300元' },
      { kind: 'field-code', text: 'P', reason: '排版代码', near: '' },
    ],
    additions: [{ text: '一、', reason: '自动编号' }],
    fields: [{ name: 'benefit', source: '“每户300元。”（把握中，从一句话里认出来）' }],
  };

  test('is short and names what changes the meaning', () => {
    expect(ledgerSummary(ledger).join('\n')).toMatchInlineSnapshot(`
      "原文 20 个字：标题 5 个、正文 13 个，没有带过来 4 个，自动编号和符号加上了 2 个，两边对得上。
      没有带过来的：画了删除线的字 1 处 3 个字；排版代码、栏目和副本 1 处 1 个字。
        画了删除线的字：“200”，在“每户300元”这里"
    `);
  });

  test('tells when the sums do not agree', () => {
    expect(ledgerSummary({ ...ledger, sourceCharacters: 21 })[0]).toContain('差 1 个字');
  });

  test('as a file has everything', () => {
    expect(ledgerText(ledger, '通知.docx')).toMatchInlineSnapshot(`
      "通知.docx 的导入清单

      原文 20 个字：标题 5 个、正文 13 个，没有带过来 4 个，自动编号和符号加上了 2 个，两边对得上。
      字数不算空格和换行。

      没有带过来的 2 处：
      - 画了删除线的字：“200”，在“每户300元”这里
      - 排版代码：“P”

      自动加上的 1 处：
      - 自动编号：“一、”

      正文里的字又写进了这些字段：
      - benefit：“每户300元。”（把握中，从一句话里认出来）
      "
    `);
  });
});
