/** Each suggestion works: written so, it is a link, a heading, a list or a table, and is not reported again. */
import { expect, test } from 'vitest';
import { isComponent } from '../documents/block.ts';
import { parseBody } from '../markup/index.ts';
import { mistypedMarks } from './mistyped-marks.ts';

function corrected(body: string): string {
  // From the end, so that earlier offsets stay valid.
  return mistypedMarks(body).reduceRight(
    (text, { index, found, right }) => text.slice(0, index) + right + text.slice(index + found.length),
    body,
  );
}

function html(body: string): string {
  const { body: parsed, diagnostics } = parseBody(body, 'a.mdx', 1);
  expect(diagnostics).toEqual([]);
  return parsed.blocks.map((block) => (isComponent(block) ? block.component : block.html)).join('');
}

test.each([
  ['[低保]（/policies/di-bao/）', '<a href="/policies/di-bao/">低保</a>'],
  ['［低保］（/policies/di-bao/）', '<a href="/policies/di-bao/">低保</a>'],
  ['【低保】(/policies/di-bao/)', '<a href="/policies/di-bao/">低保</a>'],
  ['[低保] (/policies/di-bao/)', '<a href="/policies/di-bao/">低保</a>'],
  ['[低保]（https://a.cn/b)', '<a href="https://a.cn/b">低保</a>'],
  ['[打电话]（tel:12345）', '<a href="tel:12345">打电话</a>'],
  ['！[路]（/images/a.jpg）', '<img src="/images/a.jpg" alt="路"'],
  ['[申请表](/files/申请表 2026.pdf)', '2026.pdf">申请表</a>'],
  ['[低保](/policies/di bao/)', '<a href="/policies/di-bao/">低保</a>'],
  ['[看]（https://a.cn/b "原文"）', '<a href="https://a.cn/b" title="原文">看</a>'],
  ['##标题', '>标题</h2>'],
  ['###标题', '>标题</h3>'],
  ['#标题', '>标题</h2>'],
  ['＃ 标题', '>标题</h2>'],
  ['＃＃标题', '>标题</h2>'],
  ['-带身份证\n-带户口本', '<li>带户口本</li>'],
  ['－带身份证', '<li>带身份证</li>'],
  ['1.先去村里\n2.再去镇里', '<li>再去镇里</li>'],
  ['１．先去村里', '<li>先去村里</li>'],
  ['1．先去村里', '<li>先去村里</li>'],
  ['＞ 原话', '<blockquote>'],
  ['｜ 项 ｜ 值 ｜\n｜---｜---｜\n｜ 甲 ｜ 1 ｜', '<td>甲</td>'],
  ['__截止日期：__六月', '<strong>截止日期：</strong>六月'],
  ['＊＊重点＊＊在这里', '<strong>重点</strong>在这里'],
  ['**重点＊＊在这里', '<strong>重点</strong>在这里'],
  ['＜Note＞\n\n记住。\n\n＜/Note＞', 'Note'],
  ['<Question ask＝“能办吗？”>\n\n能。\n\n</Question>', 'Question'],
])('%s', (body, expected) => {
  const right = corrected(body);
  expect(right).not.toBe(body);
  expect(mistypedMarks(right)).toEqual([]);
  expect(html(right)).toContain(expected);
});

test.each([
  '## 标题\n\n- 一\n- 二\n\n1. 三\n\n> 四',
  '带＊号的必填，【说明】（不收钱），[注]（见下）。',
  '#1 窗口\n\n#惠民政策#\n\n-5℃\n\n1.5元\n\n——张三',
  '**重点**和file__name。',
  '```\n##标题\n```\n\n`[低保]（/a/）`',
  '| 项 | 值 |\n|---|---|\n| 甲 | 1 |\n\n话',
  '<Call contact="tel-12345" />',
  '<Question ask="要不要“户口本”？">',
])('%j is not reported', (body) => {
  expect(mistypedMarks(body)).toEqual([]);
});

test('a link with a title is no mistyped mark', () => {
  expect(mistypedMarks('[看](https://a.cn/b "原文")')).toEqual([]);
});

test('a footnote with its text is left to the parser, one without it is reported', () => {
  expect(mistypedMarks('困难家庭[^1]办。\n\n[^1]: 说明')).toEqual([]);
  expect(mistypedMarks('困难家庭[^1]办。')).toHaveLength(1);
});
