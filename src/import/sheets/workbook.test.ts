/** A spreadsheet is read as it is seen: numbers, dates and amounts as shown, nothing of what is hidden. */
import { CFB, utils, type WorkSheet, write } from '@e965/xlsx';
import fc from 'fast-check';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { ImportError } from '../import-error.ts';
import { readerContext } from '../import-fixture.ts';
import { readCsvDocument, readSpreadsheet } from '../readers/spreadsheet.ts';
import { imbalanceOf } from '../source-document.ts';
import { delimiterOf, readCsv } from './csv.ts';
import { openSheets } from './open-sheets.ts';
import { readWorkbook } from './workbook.ts';

type BookType = 'xlsx' | 'biff8';

function file(sheets: Record<string, WorkSheet>, bookType: BookType = 'xlsx', date1904 = false): Uint8Array {
  const book = utils.book_new();
  for (const [name, sheet] of Object.entries(sheets)) utils.book_append_sheet(book, sheet, name);
  book.Workbook = { ...book.Workbook, WBProps: { date1904 } };
  return new Uint8Array(write(book, { type: 'buffer', bookType, cellStyles: true }));
}

const formatted = (cells: [number, string][]): WorkSheet => ({
  '!ref': `A1:A${cells.length}`,
  ...Object.fromEntries(cells.map(([v, z], at) => [`A${at + 1}`, { t: 'n', v, z }])),
});
const context = readerContext('表.xlsx');

test.each(['xlsx', 'biff8'] as const)(
  'numbers and dates come as a Chinese Excel shows them (%s)',
  async (type) => {
    const cells: [number, string, string][] = [
      [46000, 'yyyy"年"m"月"d"日"', '2025年12月9日'],
      [46000, '[$-804]yyyy"年"m"月"d"日";@', '2025年12月9日'],
      [46000, '[$-F800]dddd, mmmm dd, yyyy', '2025年12月9日'],
      [46000, 'm/d/yy', '2025/12/9'],
      [46000.4375, 'm/d/yy h:mm', '2025/12/9 10:30'],
      [46000, '[DBNum1][$-804]yyyy"年"m"月"d"日"', '二〇二五年十二月九日'],
      [46000, 'm"月"d"日" aaaa', '12月9日 星期二'],
      [46000.4375, '上午/下午h"时"mm"分"', '上午10时30分'],
      [0.125, '0.0%', '12.5%'],
      [123, '000000', '000123'],
      [1234.5, '¥#,##0.00', '¥1,234.50'],
      [1234.5, '[$￥-804]#,##0.00', '￥1,234.50'],
      [30, 'G/通用格式"元"', '30元'],
      [300, '0元', '300元'],
      [13812345678, 'General', '13812345678'],
      [400812345678, 'General', '400812345678'],
      [1.5, '[h]:mm', '36:00'],
    ];
    const bytes = file({ 表: formatted(cells.map(([value, format]) => [value, format])) }, type);
    const { sheets } = await readWorkbook(bytes, '表');
    expect(sheets[0]?.rows.map(([cell]) => cell?.text)).toEqual(cells.map(([, , shown]) => shown));
    expect(sheets[0]?.rows.slice(0, 5).map(([cell]) => cell?.date)).toEqual([
      ...Array(4).fill('2025-12-09'),
      '2025-12-09 10:30',
    ]);
    expect(sheets[0]?.rows.slice(7).every(([cell]) => cell?.date === undefined)).toBe(true);
  },
);

// The expected texts are those that LibreOffice Calc 7.4 shows; @e965/xlsx 0.20.3 alone shows .35万 and 2026.
test.each(['xlsx', 'biff8'] as const)(
  'amounts in 万 and in Chinese numerals come as a Chinese Excel shows them (%s)',
  async (type) => {
    const cells: [number, string, string][] = [
      [35000, '0\\.0,"万"', '3.5万'],
      [-35000, '0\\.0,"万"', '-3.5万'],
      [400, '0\\.0,"万"', '0.0万'],
      [35000, '0"."0,"万";-0"."0,"万"', '3.5万'],
      [-35000, '0"."0,"万";-0"."0,"万"', '-3.5万'],
      [35000, '[>=10000]0\\.0,"万";0', '3.5万'],
      [350, '[>=10000]0\\.0,"万";0', '350'],
      [123456789, '0\\.00,,"亿"', '1.23亿'],
      // Not even Excel shows this one well: the number in full.
      [123456789, '#,##0\\.0,"万"', '123456789'],
      [35000, '0.0,"千元"', '35.0千元'],
      [500, '[DBNum2][$-804]General"元整"', '伍佰元整'],
      [1234, '[DBNum2][$-804]#,##0', '壹仟贰佰叁拾肆'],
      [2026, '[DBNum1][$-804]General', '二千〇二十六'],
      [100500, '[DBNum1][$-804]0', '一十万〇五百'],
      [46000, '[DBNum2][$-804]yyyy"年"m"月"d"日"', '贰零贰伍年壹拾贰月玖日'],
      [1234, '[DBNum3][$-804]0', '1234'],
    ];
    const bytes = file({ 表: formatted(cells.map(([value, format]) => [value, format])) }, type);
    const { sheets } = await readWorkbook(bytes, '表');
    expect(sheets[0]?.rows.map(([cell]) => cell?.text)).toEqual(cells.map(([, , shown]) => shown));
  },
);

test.each(['xlsx', 'biff8'] as const)(
  'a workbook that counts days from 1904 has the same dates (%s)',
  async (type) => {
    const { sheets } = await readWorkbook(file({ 表: formatted([[44538, 'yyyy/m/d']]) }, type, true), '表');
    expect(sheets[0]?.rows[0]?.[0]).toMatchObject({ text: '2025/12/9', date: '2025-12-09' });
  },
);

test('the built-in Chinese date formats, which a file names only by number, are shown', async () => {
  const parts = unzipSync(
    file({
      表: formatted([
        [46000, 'yyyy/m/d'],
        [46000, 'yyyy/m/d'],
      ]),
    }),
  );
  const styles = strFromU8(parts['xl/styles.xml'] ?? new Uint8Array());
  const own = /<xf numFmtId="(\d{2,})"/.exec(styles.slice(styles.indexOf('<cellXfs')))?.[1];
  parts['xl/styles.xml'] = strToU8(styles.replaceAll(`<xf numFmtId="${own}"`, '<xf numFmtId="57"'));
  const { sheets } = await readWorkbook(zipSync(parts), '表');
  expect(sheets[0]?.rows[0]?.[0]).toMatchObject({ text: '2025年12月', date: '2025-12-09' });
});

test('hidden sheets, rows and columns and comments are left out and counted', async () => {
  const sheet = utils.aoa_to_sheet([
    ['单位', '底价'],
    ['民政局', '秘密甲'],
    ['秘密乙', '秘密丙'],
  ]);
  sheet['!rows'] = [{}, {}, { hidden: true }];
  sheet['!cols'] = [{}, { hidden: true }];
  sheet.A1.c = [{ a: '某', t: '批注内容' }];
  const bytes = file({ 表: sheet, 底稿: utils.aoa_to_sheet([['秘密丁']]) });
  const parts = unzipSync(bytes);
  const name = 'xl/workbook.xml';
  parts[name] = strToU8(
    strFromU8(parts[name] ?? new Uint8Array()).replace('name="底稿"', 'name="底稿" state="veryHidden"'),
  );
  const { sheets, omissions } = await readWorkbook(zipSync(parts), '表');
  expect(sheets.map(({ rows }) => rows.map((row) => row.map(({ text }) => text)))).toEqual([
    [['单位'], ['民政局']],
  ]);
  expect(omissions.map(({ kind, text }) => [kind, text])).toEqual([
    ['hidden', '底价'],
    ['hidden', '秘密甲'],
    ['hidden', '秘密乙'],
    ['hidden', '秘密丙'],
    ['comment', '批注内容'],
    ['hidden', '秘密丁'],
  ]);
});

test('a table saved by a system as a web page named .xls keeps its leading zeros', async () => {
  const page = new TextEncoder().encode(
    '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table><tr><td>单位</td><td>电话</td></tr><tr><td>民政局</td><td>03575123456</td></tr></table></html>',
  );
  const book = await openSheets(page, '导出.xls');
  expect(book?.sheets[0]?.rows[1]?.map(({ text }) => text)).toEqual(['民政局', '03575123456']);
});

test('a damaged workbook has a message and no stack trace', async () => {
  const whole = file({ 表: utils.aoa_to_sheet([['甲']]) }, 'biff8');
  await expect(readWorkbook(whole.subarray(0, 700), '坏.xls')).rejects.toBeInstanceOf(ImportError);
});

test('separated text is told by its bytes: comma, tab, semicolon; a formula is text', () => {
  expect(delimiterOf('单位,电话\n"甲,乙",1\n')).toBe(',');
  expect(delimiterOf('单位\t电话\n甲,乙\t1\n')).toBe('\t');
  expect(delimiterOf('单位;电话\n甲;1\n')).toBe(';');
  const sheet = readCsv('名称,数\r\n"甲 ""乙""\n丙",=1+2\r\n00123,-5', '表');
  expect(sheet?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['名称', '数'],
    ['甲 "乙"\n丙', '=1+2'],
    ['00123', '-5'],
  ]);
});

test.each([
  [
    'GB18030',
    Uint8Array.from([0xb5, 0xa5, 0xce, 0xbb, 0x2c, 0xb5, 0xe7, 0xbb, 0xb0, 0x0a, 0xbc, 0xd7, 0x2c, 0x31]),
  ],
  [
    'UTF-16',
    Uint8Array.from([
      0xff,
      0xfe,
      ...new Uint8Array(
        Uint16Array.from(Array.from('单位\t电话\n甲\t1', (each) => each.charCodeAt(0))).buffer,
      ),
    ]),
  ],
  ['UTF-8', new TextEncoder().encode('\uFEFF单位,电话\n甲,1')],
])('separated text in %s has its cells', async (_encoding, bytes) => {
  const book = await openSheets(bytes, '表.csv');
  expect(book?.sheets[0]?.rows.map((row) => row.map(({ text }) => text))).toEqual([
    ['单位', '电话'],
    ['甲', '1'],
  ]);
});

test('an .xls with a password is refused as such, and none of it is read', async () => {
  const book = CFB.read(file({ 表: utils.aoa_to_sheet([['甲']]) }, 'biff8'), { type: 'array' });
  const stream = Buffer.from(CFB.find(book, 'Workbook').content);
  // The record FilePass (MS-XLS 2.4.117) behind the first one: encrypted with RC4, a salt and a verifier of 48 bytes.
  const first = 4 + stream.readUInt16LE(2);
  const password = Buffer.concat([Buffer.from([0x2f, 0, 54, 0, 1, 0, 1, 0, 1, 0]), Buffer.alloc(48)]);
  const locked = CFB.utils.cfb_new();
  CFB.utils.cfb_add(
    locked,
    'Workbook',
    Buffer.concat([stream.subarray(0, first), password, stream.subarray(first)]),
  );
  const bytes = new Uint8Array(CFB.write(locked, { type: 'buffer' }));
  await expect(openSheets(bytes, '工资.xls')).rejects.toThrow('工资.xls 设了密码');
});

const cellText = fc.stringMatching(/^[\u4e00-\u9fa5a-z0-9，。,;"<&= ]{0,8}$/);
const grid = fc.array(fc.array(cellText, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 6 });

test('characters of the source, less what is left out, plus sheet names, are those of the draft', async () => {
  const sheets = fc.record({
    rows: grid,
    other: grid,
    hidden: fc.boolean(),
    type: fc.constantFrom<BookType>('xlsx', 'biff8'),
  });
  await fc.assert(
    fc.asyncProperty(sheets, async ({ rows, other, hidden, type }) => {
      const first = utils.aoa_to_sheet([['甲', '乙'], ...rows]);
      first['!cols'] = [{ hidden }];
      first['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 1, c: 1 } }];
      const source = await readSpreadsheet(
        file({ 一: first, 二: utils.aoa_to_sheet(other) }, type),
        context,
      ).catch((error: unknown) => error);
      if (source instanceof ImportError) return;
      expect(imbalanceOf(source as Awaited<ReturnType<typeof readSpreadsheet>>)).toBe(0);
    }),
    { numRuns: 60 },
  );
});

test('characters of separated text are those of the draft', async () => {
  await fc.assert(
    fc.asyncProperty(grid, async (rows) => {
      const quoted = rows
        .map((row) => row.map((text) => `"${text.replace(/"/g, '""')}"`).join(','))
        .join('\n');
      const source = await readCsvDocument(new TextEncoder().encode(`甲,乙\n${quoted}`), context);
      expect(imbalanceOf(source)).toBe(0);
    }),
    { numRuns: 60 },
  );
});
