import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { readCorpus } from '../read-corpus.ts';
import { baseRecordsText, readBaseRecords, withSeen } from './index.ts';

const root = mkdtempSync(join(tmpdir(), 'mingbai-changes-'));
let top: string;
beforeEach(() => {
  top = mkdtempSync(join(root, 'case-'));
  write('province/site.yml', 'name: 省\nurl: https://www.province.example/\n');
  write('county/site.yml', 'name: 县\nurl: https://www.county.example/\nextends: ../province\n');
});
afterAll(() => rmSync(root, { recursive: true }));

function write(path: string, text: string): void {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), text);
}

const contact = (name: string, rest = '') =>
  `id: tel-1\nname: ${name}\nphone: "12345"\nfor: 不知道找谁，先打这个\n${rest}`;
const read = () => readCorpus(join(top, 'county'), 'county');
const found = () =>
  read().diagnostics.map(
    ({ file, line, severity, rule, message }) => `${file}:${line} ${severity} ${rule} ${message}`,
  );

/** As `mingbai bases --seen`. */
function see(): void {
  const { records } = readBaseRecords(join(top, 'county'), 'county');
  write('county/bases.yml', baseRecordsText(withSeen(records, read().changed, () => true)));
}

test('a base that changes what the county changed is told: before, now and here', () => {
  write('province/contacts/tel-1.yml', contact('省里的热线', 'hours: 白天\n'));
  write('county/contacts/tel-1.yml', 'inherits: rest\nname: 县里的热线\n');
  see();
  expect(found()).toEqual([]);
  write('province/contacts/tel-1.yml', contact('省民政热线', 'hours: 全天\n'));
  expect(found()).toMatchInlineSnapshot(`
    [
      "county/contacts/tel-1.yml:2 warning base/changed 上级改了「名称」（name），这里还是自己的写法，没有动它。上级原来：「省里的热线」；上级现在：「省民政热线」；这里：「县里的热线」。请看看要不要跟着改；看过了，运行 npx mingbai bases --seen county/contacts/tel-1.yml。",
    ]
  `);
  const own = readFileSync(join(top, 'county/contacts/tel-1.yml'), 'utf8');
  see();
  expect(found()).toEqual([]);
  expect(readFileSync(join(top, 'county/contacts/tel-1.yml'), 'utf8')).toBe(own);
});

test('another layout of the same words in the base is no change, nor is a base that came to say what the county says', () => {
  write('province/contacts/tel-1.yml', contact('省里的热线'));
  write('county/contacts/tel-1.yml', 'inherits: rest\nname: 县里的热线\n');
  see();
  write('province/contacts/tel-1.yml', contact('"省里的热线" # 2026年核对'));
  expect(found()).toEqual([]);
  write('province/contacts/tel-1.yml', contact('县里的热线'));
  expect(found()).toEqual([]);
});

test('a paragraph and a whole file of the county are compared too; what nobody recorded is said once a file', () => {
  const page = (title: string, place: string) =>
    `---\ntitle: ${title}\nsummary: 怎么走。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n<Part name="在哪里">\n\n${place}\n\n</Part>\n`;
  write('province/pages/a.mdx', page('省甲', '去乡镇政府。'));
  write('province/pages/b.mdx', page('省乙', '去乡镇政府。'));
  write(
    'county/pages/a.mdx',
    '---\ninherits: rest\n---\n\n<Part name="在哪里">\n\n去永安镇政府。\n\n</Part>\n',
  );
  write('county/pages/b.mdx', page('县乙', '去县里。').replace(/<\/?Part[^\n]*\n/g, ''));
  expect(read().diagnostics.map(({ file, line, rule }) => `${file}:${line} ${rule}`)).toEqual([
    'county/pages/a.mdx:5 base/changed',
    'county/pages/b.mdx:2 base/changed',
  ]);
  see();
  expect(found()).toEqual([]);
  write('province/pages/a.mdx', page('省甲', '去便民服务中心。'));
  write('province/pages/b.mdx', page('省乙新', '去乡镇政府。'));
  expect(
    read().diagnostics.map(({ file, line, message }) => `${file}:${line} ${message.slice(0, 24)}`),
  ).toEqual(
    [
      'county/pages/a.mdx:5 上级改了正文里「在哪里」那一段，这里还是自己的写法',
      'county/pages/b.mdx:2 上级改了「标题」（title），这里还是自己的写法',
    ].map((line) => {
      const [place = '', ...rest] = line.split(' ');
      return `${place} ${rest.join(' ').slice(0, 24)}`;
    }),
  );
});
