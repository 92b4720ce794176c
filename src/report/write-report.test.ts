/** The report on a terminal, in a spreadsheet and for programs. */
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { printable } from '../documents/printable.ts';
import type { ReportTable } from './report-rows.ts';
import { reportCsv, reportJson, reportLines } from './write-report.ts';

const tables: ReportTable[] = [
  {
    id: 'pages',
    title: '哪些网页看得多',
    note: '只算人。',
    isAboutPeople: true,
    rows: [
      { name: '低保', address: '/policies/di-bao/', count: 1234 },
      { name: '招工', address: '/notices/zhao-gong/', count: 4 },
      { name: '空', count: 0 },
    ],
  },
  {
    id: 'publications',
    title: '2026年发布、修改、撤下',
    isAboutPeople: false,
    rows: [
      { month: '2026-01', name: '政策发布', count: 1 },
      { name: '全年政策修改', count: undefined },
    ],
  },
  { id: 'missing', title: '没有的网页', isAboutPeople: true, rows: [] },
];

test('a terminal shows each table, counts of few people as 少于5, what was published exactly', () => {
  expect(reportLines(tables)).toEqual([
    '哪些网页看得多',
    '   1234  低保 /policies/di-bao/',
    '  少于5  招工 /notices/zhao-gong/',
    '      0  空',
    '  只算人。',
    '',
    '2026年发布、修改、撤下',
    '       1  2026-01 政策发布',
    '  不知道  全年政策修改',
    '',
  ]);
});

test('a long list is cut on the terminal and whole in the files', () => {
  const rows = Array.from({ length: 30 }, (_, number) => ({ name: `第${number}页`, count: 100 - number }));
  const long = [{ id: 'pages', title: '网页', isAboutPeople: true, rows }];
  expect(reportLines(long)).toContain('  还有 10 行，用 --csv 或 --json 全都列出来。');
  expect(reportCsv(long).trimEnd().split('\r\n')).toHaveLength(31);
});

test('a spreadsheet reads it as UTF-8', () => {
  expect(reportCsv(tables)).toBe(
    '\uFEFF表,月份,名称,网址,数\r\n' +
      '哪些网页看得多,,低保,/policies/di-bao/,1234\r\n' +
      '哪些网页看得多,,招工,/notices/zhao-gong/,少于5\r\n' +
      '哪些网页看得多,,空,,0\r\n' +
      '2026年发布、修改、撤下,2026-01,政策发布,,1\r\n' +
      '2026年发布、修改、撤下,,全年政策修改,,不知道\r\n',
  );
});

test('programs get null for withheld and unknown counts', () => {
  const { pages, publications } = reportJson(tables) as Record<string, { count: unknown }[]>;
  expect(pages?.map(({ count }) => count)).toEqual([1234, null, 0]);
  expect(publications?.map(({ count }) => count)).toEqual([1, null]);
});

test('whatever somebody searched for is a text in the spreadsheet, and one line on the terminal', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.constantFrom('=HYPERLINK("a")', '+1', '@x', '-1', '\u001b[31m', '\r=1'), fc.string()),
      (name) => {
        const table = { id: 'searches', title: '搜索', isAboutPeople: true, rows: [{ name, count: 9 }] };
        const [, row] = parse(reportCsv([table]), { bom: true }) as string[][];
        expect(row?.[2]).toMatch(/^(?![=+\-@\t\r])[^\p{Cc}]*$/u);
        expect(row?.[2]?.replace(/^'/, '')).toBe(printable(name).replace(/^'/, ''));
        const lines = reportLines([table]);
        expect(lines).toHaveLength(3);
        expect(lines[1]).not.toMatch(/\p{Cc}/u);
      },
    ),
  );
});
