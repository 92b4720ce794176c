/** A record of a build is read only by who has its inputs, and names nothing outside a site and its sources. */
import { expect, test } from 'vitest';
import {
  type RecordedFile,
  readBuildRecord,
  readReport,
  recordKey,
  writeBuildRecord,
} from './build-record.ts';

const INPUTS = 'a1'.repeat(32);
const FILES: RecordedFile[] = [
  ['index.html', 'pages', 'a1'],
  ['icon.svg', 'public', '0'],
];
const REPORT = '{"diagnostics":[{"message":"草稿里的一句话"}]}';

const written = () => writeBuildRecord(INPUTS, FILES, REPORT);

test('a record is read as it was written', () => {
  const record = readBuildRecord(written());
  expect(record?.files).toEqual(FILES);
  expect(record && readReport(INPUTS, record)).toBe(REPORT);
});

test('findings, which may quote a draft, cannot be read from the storage without the inputs', () => {
  expect(written().toString('utf8')).not.toContain('草稿');
  expect(written().toString('utf8')).not.toContain(Buffer.from('草稿').toString('base64').slice(0, 6));
  const record = readBuildRecord(written());
  const others = ['b2'.repeat(32), recordKey(INPUTS), ''];
  expect(others.map((inputs) => record && readReport(inputs, record))).toEqual(others.map(() => undefined));
});

test('a report with one damaged byte, or that was cut off, is a miss', () => {
  const record = readBuildRecord(written());
  const bytes = Buffer.from(record?.report ?? '', 'base64');
  for (let at = 0; at < bytes.length; at += 1) {
    const damaged = Buffer.from(bytes);
    damaged[at] = (damaged[at] ?? 0) ^ 1;
    expect(readReport(INPUTS, { files: FILES, report: damaged.toString('base64') })).toBeUndefined();
    const short = bytes.subarray(0, at).toString('base64');
    expect(readReport(INPUTS, { files: FILES, report: short })).toBeUndefined();
  }
});

const read = (...files: unknown[]) => readBuildRecord(Buffer.from(JSON.stringify({ files, report: '' })));

test.each([
  ['names a file outside the site', ['../outside.html', 'pages', 'a1']],
  ['names one by a way through it', ['policies/../../outside.html', 'pages', 'a1']],
  ['names a file of the system', ['/etc/passwd', 'pages', 'a1']],
  ['names one in the words of Windows', ['..\\outside.html', 'pages', 'a1']],
  ['takes a file from another folder than the caches of sites', ['index.html', '../code', 'a1']],
  ['takes one from the results of checks', ['index.html', 'findings', 'a1']],
  ['has a key that is a path', ['index.html', 'pages', '../../code/index.mjs']],
  ['takes the index of a cache', ['index.html', 'pages', 'index.json']],
  ['takes a public file by a path', ['index.html', 'public', '../content/policies/draft.mdx']],
  ['has no key', ['index.html', 'pages']],
  ['has a key that is no text', ['index.html', 'pages', 1]],
  ['has a file that is no list', 'index.html'],
])('a record that %s is a miss', (_, file) => {
  expect(read(['404.html', 'pages', 'a1'], file)).toBeUndefined();
});

test('a record that is empty, names a file twice, or was cut off is a miss', () => {
  expect(read()).toBeUndefined();
  expect(read(['a.html', 'pages', 'a1'], ['a.html', 'pages', 'b2'])).toBeUndefined();
  expect(readBuildRecord(written().subarray(0, 40))).toBeUndefined();
  expect(readBuildRecord(Buffer.from('null'))).toBeUndefined();
  expect(readBuildRecord(Buffer.from('"files"'))).toBeUndefined();
});
