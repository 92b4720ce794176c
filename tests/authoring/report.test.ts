/** The office's figures from the command line, over logs as nginx and Caddy have written them. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mingbai, onePolicy, site, temporaryFolder, writeFiles } from '../build/content-folder.ts';

let top: string;
let content: string;
const log = (name: string) => join(top, name);

const PHONE =
  'Mozilla/5.0 (Linux; Android 10; V2001A) AppleWebKit/537.36 Chrome/86.0.4240.99 Mobile MicroMessenger/8';
const nginx = (uri: string, address: string) =>
  `${address} - - [28/Nov/2026:10:00:00 +0800] "GET ${uri} HTTP/1.1" 200 100 "-" "${PHONE}"\n`;
const addresses = Array.from({ length: 6 }, (_, number) => `198.51.100.${number + 1}`);

beforeAll(() => {
  top = temporaryFolder();
  content = join(top, 'content');
  writeFiles(content, {
    ...site,
    ...onePolicy,
    'addresses.yml': '- address: /policies/di-bao/\n  since: 2026-11-20\n',
  });
  const lines = addresses.map((address) => nginx('/policies/di-bao/', address)).join('');
  writeFileSync(
    log('access.log'),
    `${lines}${nginx('/share/policies/di-bao/poster.png', addresses[0] ?? '')}`,
  );
  const search = addresses.map((address) => nginx('/search/?q=%E4%BD%8E%E4%BF%9D', address)).join('');
  writeFileSync(log('access.log.1.gz'), gzipSync(search));
  writeFileSync(log('cut.gz'), gzipSync(search.repeat(500), { level: 0 }).subarray(0, 200_000));
  writeFileSync(log('notes.txt'), '这不是访问记录\n');
  mkdirSync(log('logs'));
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

const report = (...args: string[]) =>
  mingbai('report', '--content', content, '--today', '2026-11-28', ...args);

test('an officer sees what was read, taken, searched and published, and nobody’s address', async () => {
  const { code, out } = await report(log('access.log'), log('access.log.1.gz'));
  expect(code).toBe(0);
  expect(out).toContain('访问记录：2026-11-28 到 2026-11-28，共 13 次请求。');
  expect(out).toMatch(/ 12 {2}网页打开\n/);
  expect(out).toMatch(/ 6 {2}家里困难，可以申请低保 \/policies\/di-bao\/\n/);
  expect(out).toMatch(/少于5 {2}海报：家里困难，可以申请低保 \/policies\/di-bao\/\n/);
  expect(out).toMatch(/ 6 {2}低保\n/);
  expect(out).toMatch(/ 1 {2}2026-11 政策发布\n/);
  for (const address of addresses) expect(out).not.toContain(address);
});

test('without a log the publications alone', async () => {
  const { code, out } = await report();
  expect(code).toBe(0);
  expect(out.split('\n')[0]).toBe('2026年发布、修改、撤下');
  expect(out).not.toContain('访问记录');
});

test('as JSON, as CSV and with the calendar of reviews', async () => {
  const calendar = log('review.ics');
  const json = await report(log('access.log'), '--json', '--calendar', calendar);
  expect(JSON.parse(json.out)).toMatchObject({
    minShownCount: 5,
    log: { from: '2026-11-28', requests: 7, unreadableLines: 0 },
    pages: [{ name: '家里困难，可以申请低保', address: '/policies/di-bao/', count: 6 }],
    taken: [{ address: '/policies/di-bao/', count: null }],
  });
  expect(readFileSync(calendar, 'utf8')).toContain('DTSTART;VALUE=DATE:20270520');
  const csv = await report(log('access.log'), '--csv');
  expect(csv.out).toContain('\r\n干部取走的,,海报：家里困难，可以申请低保,/policies/di-bao/,少于5\r\n');
});

test('of a log that was cut off all that is readable is counted', async () => {
  const { code, out, err } = await report(log('cut.gz'));
  expect([code, out.includes('访问记录：2026-11-28')]).toEqual([0, true]);
  expect(err).toContain('压缩坏了或者没写完');
});

test.each([
  [['none.log'], '没有「none.log」这个文件'],
  [['logs'], '是一个文件夹'],
  [['notes.txt'], '一行也认不出来'],
  [['--year', '26'], '--year 要写成四位的年份'],
  [['--json', '--csv'], '一次写一个'],
  [['--calendar', 'a.txt'], '要以 .ics 结尾'],
])('what is wrong with %s is said in one line', async (args, message) => {
  const { code, err } = await report(
    ...args.map((arg) => (arg === 'logs' || arg === 'notes.txt' ? log(arg) : arg)),
  );
  expect(code).toBe(2);
  expect(err).toContain(message);
  expect(err.trim().split('\n')).toHaveLength(1);
});
