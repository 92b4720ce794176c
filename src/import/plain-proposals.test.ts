/** An editor finds proposals in plain words beside official text; the text itself is unchanged. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseBody } from '../markup/index.ts';
import { type Plainness, withProposals } from './plain-proposals.ts';
import { cutsOf } from './sentence-cuts.ts';

/** Stands for the tables and limits of check, which scripts pass in. */
const plainness: Plainness = {
  glossary: [{ id: 'gong-shi', term: '公示', plain: '把名单贴出来，让大家看对不对。' }],
  officialWords: (text) =>
    [
      { word: '携带', advice: '换成「带上」', source: '常用说法' },
      { word: '公示', advice: '换成「贴出来」', source: '常用说法' },
      { word: '坏*/{', advice: '换成「}」', source: '常用说法' },
    ].filter(({ word }) => text.includes(word)),
  longSentences: (text) =>
    text
      .split(/(?<=[。！？；\n])/u)
      .filter((sentence) => sentence.length > 45)
      .map((sentence) => ({ text: sentence, length: sentence.length })),
};

const written = (markdown: string) => withProposals(markdown, plainness).markdown.split('\n\n');

describe('proposals', () => {
  test('stand below their paragraph, the glossary before the table of words', () => {
    expect(written('名单要公示，请携带身份证。\n\n好懂的一段。')).toEqual([
      '名单要公示，请携带身份证。',
      '{/* 大白话建议：「公示」就是：把名单贴出来，让大家看对不对（本站词汇表）；「携带」换成「带上」（常用说法） */}',
      '好懂的一段。',
    ]);
  });

  test('wait for the end of a list, whose numbers would begin anew', () => {
    expect(written('1. 携带身份证\n\n   说明\n\n2. 公示七天\n\n完了。')).toEqual([
      '1. 携带身份证',
      '   说明',
      '2. 公示七天',
      expect.stringMatching(/携带.*公示/),
      '完了。',
    ]);
  });

  test('say where a long sentence may be cut', () => {
    const [, comment] = written(
      '户口在本县的老人，年满六十周岁以后，没有领取别的养老待遇的，都可以向户口所在的乡镇政府提出申请，由村委会代为收齐材料。',
    );
    expect(comment).toContain('在「满六十周岁以后，」、「别的养老待遇的，」、「镇政府提出申请，」后面断开');
  });
});

test('a sentence without commas is cut before a word that begins a thought, or nowhere', () => {
  expect(
    cutsOf('凡是户口在本县已经参加养老保险的老人并且没有领取其他待遇同时年满六十岁都可以申请'),
  ).toHaveLength(1);
  expect(cutsOf('很短的一句。')).toEqual([]);
});

const block = fc.oneof(
  fc.stringMatching(/^[\u4e00-\u9fa5，。a-z ]{1,60}$/).map((text) => `${text}携带坏\\*/\\{`),
  fc.constantFrom(
    '## 公示',
    '- 公示\n- 携带',
    '| 公示 | 乙 |\n| - | - |\n| 1 | 2 |',
    '1. 携带\n\n   公示\n\n2. 丙',
    '> 公示',
  ),
);

test('whatever the text, the comments pass as markup and nothing of them is published', () => {
  fc.assert(
    fc.property(fc.array(block, { minLength: 1, maxLength: 5 }), (blocks) => {
      const markdown = blocks.join('\n\n');
      const [before, after] = [markdown, withProposals(markdown, plainness).markdown].map((text) =>
        parseBody(text, 'x', 1),
      );
      expect(after?.diagnostics.filter(({ rule }) => rule.startsWith('mdx/'))).toEqual(
        before?.diagnostics.filter(({ rule }) => rule.startsWith('mdx/')),
      );
      expect(JSON.stringify(after?.body)).not.toContain('大白话建议');
      expect(after?.body).toEqual(before?.body);
    }),
  );
});
