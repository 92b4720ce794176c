/** Messages for editors: each with its position, over real files in a temporary folder. */
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { formatDiagnostic } from '../documents/diagnostic.ts';
import { readCorpus } from './index.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'mingbai-corpus-'));
  write('site.yml', 'name: 示例县明白纸\nurl: https://www.county.example/\n');
  write(
    'actions/jing-lao.yml',
    'id: jing-lao\ntitle: 孝亲敬老\nsummary: 五样都管。\nicon: house\norder: 1\n',
  );
  write(
    'audiences/lao-ren.yml',
    'id: lao-ren\ntitle: 老人\nsummary: 养老钱怎么领。\nicon: house\norder: 1\n',
  );
  write('contacts/tel-12345.yml', 'id: tel-12345\nname: 政务热线\nphone: 12345\nfor: 不知道找谁\n');
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

function write(file: string, content: string | Uint8Array): void {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
}

/** The findings as printed for a content folder named `content`. */
function findings(): string[] {
  return readCorpus(folder, 'content').diagnostics.map(formatDiagnostic);
}

const policy = `---
title: 家里困难，可以申请低保
summary: 家里人均收入低于低保标准的，可以申请。
action: jing-lao
audiences: [lao-ren]
keyPoints: [去乡镇政府申请，不收钱]
benefit: [每月一笔生活费]
eligibility: [收入低于低保标准]
steps:
  - title: 去乡镇政府交材料
documents: []
contacts: [tel-12345]
basis:
  - title: 社会救助暂行办法
    issuer: 国务院
reviewedOn: 2026-11-20
reviewBy: 2027-05-20
reviewer: 县民政局
---

## 怎么算

按全家人算。
`;

describe('an editor who writes a document', () => {
  test('gets no message without errors', () => {
    write('policies/di-bao.mdx', policy);
    const corpus = readCorpus(folder, 'content');
    expect(corpus.diagnostics).toEqual([]);
    expect(corpus.documents.policies[0]?.body.headings).toEqual([{ depth: 2, id: '怎么算', text: '怎么算' }]);
  });

  test('keeps the zeros and dates that were written, as text', () => {
    write('contacts/zhen.yml', 'id: zhen\nname: 镇政府\nphone: 0357-5123456\nfor: 咨询\n');
    expect(readCorpus(folder).documents.contacts.map(({ phone }) => phone)).toEqual([
      '12345',
      '0357-5123456',
    ]);
  });

  test('gets every error at once, each on its line, with the correct form', () => {
    write(
      'policies/di-bao.mdx',
      policy
        .replace('title: 家里困难，可以申请低保', `title: ${'长'.repeat(25)}`)
        .replace('summary:', 'sumary:')
        .replace('reviewBy: 2027-05-20', 'reviewBy: 2027-02-30')
        .replace('audiences: [lao-ren]', 'audiences: [lao-rem]')
        .replace('documents: []', 'documents: 身份证'),
    );
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/policies/di-bao.mdx:2:1 error schema/missing-field 缺少「一句话说明」（summary）。一句话，不超过 60 个字，说给谁、有什么用。它会跟着链接发到群里。请加上，例如：summary: 一家人平均挣得太少、家里也没多少存款，可以申请，按月领钱。",
        "content/policies/di-bao.mdx:2:8 error schema/wrong-value 「标题」（title）：写了 25 个字，最多 24 个字。不超过 24 个字，前 14 个字就要说清能得到什么：聊天群里只看得到这么多。例如：title: 家里困难，可以申请低保",
        "content/policies/di-bao.mdx:3:1 error schema/unknown-field 没有「sumary」这个字段，写了也不会显示。是不是想写 summary（一句话说明）？",
        "content/policies/di-bao.mdx:5:13 error schema/unknown-reference audiences（人群） 里没有「lao-rem」，点了会打不开。最接近的是「lao-ren」（老人）。",
        "content/policies/di-bao.mdx:11:12 error schema/wrong-value 「带什么」（documents）：要写成列表，一条一行，每行前面加「- 」。一样东西一行。什么都不用带就写 []。例如：documents: [户口本, 身份证]",
        "content/policies/di-bao.mdx:17:11 error schema/wrong-value 「下次核对」（reviewBy）：「2027-02-30」不是一个日期：2月只有28天。最晚哪天再核对一遍，一般是半年以后。例如：reviewBy: 2027-05-20",
      ]
    `);
  });

  test('gets an error for a mistyped field inside a step', () => {
    write(
      'policies/di-bao.mdx',
      policy.replace('  - title: 去乡镇政府交材料', '  - title: 去乡镇政府\n    wher: 大厅'),
    );
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/policies/di-bao.mdx:11:5 error schema/unknown-field 没有「wher」这个字段，写了也不会显示。是不是想写 where（去哪里）？",
      ]
    `);
  });

  test('gets an error for an end before its beginning, besides all others', () => {
    write(
      'policies/di-bao.mdx',
      policy.replace('reviewer: 县民政局', 'validFrom: 2026-05-01\nvalidUntil: 2026-04-30'),
    );
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/policies/di-bao.mdx:2:1 error schema/missing-field 缺少「谁核对的」（reviewer）。单位或姓名，读的人知道有人负责。请加上，例如：reviewer: 县民政局",
        "content/policies/di-bao.mdx:19:13 error schema/wrong-value 「哪天结束」（validUntil）：validUntil 是「2026-04-30」，比 validFrom（「2026-05-01」）还早。最后一天。没有规定结束的日子就不写。例如：validUntil: 2026-12-31",
      ]
    `);
  });

  test('gets an error for a story from the press without its source', () => {
    write(
      'stories/xu-ping.mdx',
      '---\ntitle: 进厂了\nsummary: 有了稳定的活。\nperson: { name: 徐平, show: alias }\ndate: 2019-05-30\naction: jing-lao\npolicies: []\nconsent: { kind: published-source }\n---\n正文\n',
    );
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/stories/xu-ping.mdx:2:1 error schema/missing-field 从公开报道来的故事，要写出处。缺少「出处」（source）。从公开报道来的必须写。话要自己重新说，不能照抄。请加上，例如：source: {title: 报道的标题, publisher: 临汾新闻网, date: 2019-05-30}",
        "content/stories/xu-ping.mdx:4:9 error schema/missing-field 选了用化名，却没有写化名。缺少「化名」（alias）。选了用化名才写。请加上，例如：alias: 老李",
      ]
    `);
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['broken YAML', 'policies/a.mdx', '---\ntitle: "没有收尾\nsummary: 好\n---\n正文\n'],
    ['a tab for an indent', 'policies/a.mdx', '---\nsteps:\n\t- title: 去\n---\n正文\n'],
    ['a field twice', 'policies/a.mdx', '---\ntitle: 一\ntitle: 二\n---\n正文\n'],
    ['a YAML tag', 'policies/a.mdx', '---\ntitle: !!js/function "x"\n---\n正文\n'],
    ['a YAML anchor', 'policies/a.mdx', '---\ntitle: &a 一\nsummary: *a\n---\n正文\n'],
    ['no fields at all', 'policies/a.mdx', '只有正文\n'],
    ['an empty file', 'policies/a.mdx', '\n\n'],
    ['another encoding', 'policies/a.mdx', new Uint8Array([0xc4, 0xe3, 0xba, 0xc3])],
    ['capitals in the name', 'policies/DiBao.mdx', '---\n---\n'],
    ['Chinese in the name', 'policies/低保.mdx', '---\n---\n'],
    ['another ending', 'policies/a.md', '---\n---\n'],
    ['an address that is taken', 'pages/search.mdx', '---\n---\n'],
    ['a folder with a slip', 'polices/a.mdx', '---\n---\n'],
    [
      'a broken component',
      'pages/a.mdx',
      '---\ntitle: 一\nsummary: 二\nreviewedOn: 2026-01-01\nreviewBy: 2026-02-01\n---\n\n<Note>\n没有收尾\n',
    ],
  ])('%s: one clear line', (_, file, content) => {
    write(file, content);
    expect(findings().join('\n')).toMatchSnapshot();
  });

  test('two documents with one slug name each other', () => {
    write('policies/2025/di-bao.mdx', policy);
    write('policies/2026/di-bao.mdx', policy);
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/policies/2026/di-bao.mdx:1:1 error file/twin 和 content/policies/2025/di-bao.mdx 的文件名一样，两个文件会抢同一个网址。请把其中一个改名。",
      ]
    `);
  });

  test('a link out of the content folder is not followed', () => {
    symlinkSync('/etc/hostname', join(folder, 'contacts', 'geheim.yml'));
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/contacts/geheim.yml:1:1 error file/link 这是一个链接，不是文件。内容只收真正的文件，请把文件本身放进来。",
      ]
    `);
  });

  test('a missing content folder is named', () => {
    expect(
      readCorpus(join(folder, 'nichts'), 'inhalt').diagnostics.map(formatDiagnostic),
    ).toMatchInlineSnapshot(`
      [
        "inhalt:1:1 error file/no-content 没有这个文件夹，没有内容可以发布。请检查名字，或者用 --content 指明内容放在哪里。",
      ]
    `);
  });
});

describe('drafts', () => {
  test('are reported as warnings, stop no build, and are not published', () => {
    write('policies/di-bao.mdx', policy.replace('reviewer: 县民政局', 'draft: true'));
    const { diagnostics, documents } = readCorpus(folder);
    expect(diagnostics.map(({ severity, rule }) => [severity, rule])).toEqual([
      ['warning', 'schema/missing-field'],
    ]);
    expect(documents.policies).toEqual([]);
  });

  test('cannot be referred to by a page that is published', () => {
    write('policies/di-bao.mdx', policy.replace('reviewer: 县民政局', 'reviewer: 县民政局\ndraft: true'));
    write(
      'policies/lin-shi.mdx',
      policy.replace('reviewer: 县民政局', 'reviewer: 县民政局\nreplacedBy: di-bao'),
    );
    expect(findings()).toMatchInlineSnapshot(`
      [
        "content/policies/lin-shi.mdx:19:13 error schema/unknown-reference content/policies/di-bao.mdx 还是草稿，没有发布，点了会打不开。请先发布它（删掉 draft 那一行），或者这里先不写。",
      ]
    `);
  });
});

test('a former address that another document has is refused', () => {
  write('policies/di-bao.mdx', policy);
  write(
    'policies/lin-shi.mdx',
    policy.replace('reviewer: 县民政局', 'reviewer: 县民政局\naliases: [di-bao]'),
  );
  expect(findings()).toMatchInlineSnapshot(`
    [
      "content/policies/lin-shi.mdx:1:1 error link/alias-taken 旧地址 /policies/di-bao/ 已经是 content/policies/di-bao.mdx 的网址，点了不知道该去哪一个。请删掉其中一个。",
    ]
  `);
});

test('a published page whose name Windows refuses is built, with a warning; a new one is refused', () => {
  const page = '---\ntitle: 关于\nsummary: 说明。\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n正文\n';
  write('pages/con.mdx', page);
  write('pages/aux.mdx', page);
  write('addresses.yml', '- address: /con/\n  since: 2026-01-01\n');
  const { documents, diagnostics } = readCorpus(folder, 'content');
  expect(documents.pages.map(({ slug }) => slug)).toEqual(['con']);
  expect(
    diagnostics.map(({ file, severity, message }) => [file, severity, message.includes('aliases: [con]')]),
  ).toEqual([
    ['content/pages/aux.mdx', 'error', false],
    ['content/pages/con.mdx', 'warning', true],
  ]);
});
