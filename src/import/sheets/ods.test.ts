/** An OpenDocument spreadsheet is read as it is seen: texts as shown, nothing of what is hidden, and each character accounted for. */
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { readerContext } from '../import-fixture.ts';
import { readOpenSpreadsheet } from '../readers/spreadsheet.ts';
import { imbalanceOf } from '../source-document.ts';
import { readOds } from './ods.ts';
import { openSheets } from './open-sheets.ts';

const TYPE = 'application/vnd.oasis.opendocument.spreadsheet';
const PREFIXES = ['office', 'table', 'text', 'style', 'draw', 'calcext']
  .map((prefix) => `xmlns:${prefix}="urn:${prefix}"`)
  .join(' ');

function file(tables: string, { styles = '', manifest = '<manifest/>' } = {}): Uint8Array {
  const content = `<office:document-content ${PREFIXES}><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`;
  return zipSync({
    mimetype: [strToU8(TYPE), { level: 0 }],
    'content.xml': strToU8(content),
    'META-INF/manifest.xml': strToU8(manifest),
  });
}
const table = (rows: string, more = '') =>
  `<table:table table:name="表" ${more}><table:table-column table:number-columns-repeated="9"/>${rows}</table:table>`;
const row = (cells: string, more = '') => `<table:table-row ${more}>${cells}</table:table-row>`;
const cell = (text: string, more = '', inside = '') =>
  `<table:table-cell ${more}>${inside}<text:p>${text}</text:p></table:table-cell>`;
const texts = (bytes: Uint8Array) =>
  readOds(bytes, '表.ods').sheets.map(({ rows }) => rows.map((cells) => cells.map(({ text }) => text)));

test('cells have the text and the day that the sheet shows', () => {
  const bytes = file(
    table(
      row(cell('培训') + cell('哪天')) +
        row(cell('电工') + cell('2026年11月3日', 'office:value-type="date" office:date-value="2026-11-03"')) +
        row(cell('12.5%', 'office:value-type="percentage" office:value="0.125"') + cell('一')),
    ),
  );
  const [sheet] = readOds(bytes, '表.ods').sheets;
  expect(sheet?.rows[1]?.[1]).toEqual({
    text: '2026年11月3日',
    date: '2026-11-03',
    showsYear: true,
    isNumber: true,
  });
  expect(sheet?.rows[2]?.[0]?.text).toBe('12.5%');
});

test('hidden rows, columns and sheets, what a merged cell covers, and comments are left out and named', () => {
  const bytes = file(
    `<table:table table:name="表"><table:table-column/><table:table-column table:visibility="collapse"/><table:table-column/>${
      row(
        cell('甲', '', '<office:annotation><text:p>批注</text:p></office:annotation>') +
          cell('藏列') +
          cell('乙'),
      ) +
      row(cell('藏行'), 'table:visibility="collapse"') +
      row(
        `${cell('宽', 'table:number-columns-spanned="3"')}<table:covered-table-cell><text:p>盖住</text:p></table:covered-table-cell>`,
      )
    }</table:table>${table(row(cell('藏表')), 'table:style-name="ta1"')}`,
    { styles: '<style:style style:name="ta1"><style:table-properties table:display="false"/></style:style>' },
  );
  const { sheets, omissions } = readOds(bytes, '表.ods');
  expect(sheets.map(({ rows, rowNumbers, merges }) => [rows, rowNumbers, merges])).toEqual([
    [
      [
        [{ text: '甲' }, { text: '乙' }],
        [{ text: '宽' }, { text: '' }],
      ],
      [1, 3],
      [{ top: 1, left: 0, bottom: 1, right: 1 }],
    ],
  ]);
  expect(omissions.map(({ kind, text }) => `${kind} ${text}`).sort()).toEqual([
    'comment 批注',
    'hidden 盖住',
    'hidden 藏列',
    'hidden 藏行',
    'hidden 藏表',
  ]);
});

test('rows and cells that are repeated are there as often, and the empty ones up to the edge are not', () => {
  const bytes = file(
    table(
      row(cell('甲', 'table:number-columns-repeated="2"'), 'table:number-rows-repeated="2"') +
        row('<table:table-cell/>', 'table:number-rows-repeated="3"') +
        row(cell('乙')) +
        row(
          '<table:table-cell table:number-columns-repeated="1024"/>',
          'table:number-rows-repeated="1048570"',
        ),
    ),
  );
  expect(texts(bytes)).toEqual([
    [
      ['甲', '甲'],
      ['甲', '甲'],
      ['', ''],
      ['', ''],
      ['', ''],
      ['乙', ''],
    ],
  ]);
});

test('is told from a text by its content, also after another program packed it', async () => {
  const bytes = file(table(row(cell('单位') + cell('电话'))));
  expect((await openSheets(bytes, '名字.docx'))?.sheets).toHaveLength(1);
});

test('one with a password or a damaged one is refused with one message', () => {
  const locked = file('', { manifest: '<manifest><manifest:encryption-data/></manifest>' });
  expect(() => readOds(locked, '表.ods')).toThrow('表.ods 设了密码');
  const broken = zipSync({ 'content.xml': strToU8('<office') });
  expect(() => readOds(broken, '表.ods')).toThrow('表.ods 坏了');
});

test('each character of the file is in the draft or in the ledger', async () => {
  const text = fc.stringMatching(/^[一-龥0-9 ]{0,6}$/);
  const cells = fc.array(
    fc.tuple(text, fc.constantFrom('', 'office:value-type="float"', 'table:number-columns-repeated="2"')),
    { minLength: 1, maxLength: 4 },
  );
  const rows = fc.array(fc.tuple(cells, fc.constantFrom('', 'table:visibility="collapse"')), {
    minLength: 1,
    maxLength: 5,
  });
  await fc.assert(
    fc.asyncProperty(rows, async (made) => {
      const all = made.flatMap(([each]) => each.map(([said]) => said));
      fc.pre(
        all.some((said) => said.trim() !== '') &&
          made.some(([each, hidden]) => hidden === '' && each.some(([said]) => said.trim() !== '')),
      );
      const bytes = file(
        table(
          made
            .map(([each, more]) => row(each.map(([said, kind]) => cell(said, kind)).join(''), more))
            .join(''),
        ),
      );
      expect(imbalanceOf(await readOpenSpreadsheet(bytes, readerContext('表.ods')))).toBe(0);
    }),
    { numRuns: 60 },
  );
});
