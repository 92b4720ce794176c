/** Words as people type them are cut the same way in the index and in the query. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mark, matchingLine } from './client/excerpt.ts';
import { commonCharacters } from './client/gb2312.ts';
import { nearestTitles } from './client/nearest-titles.ts';
import { pinyinWords } from './pinyin-words.ts';
import { queryParts } from './query-parts.ts';
import { gapWords, indexWords, loosePinyin } from './words.ts';

describe('a query', () => {
  test.each([
    ['of a whole question keeps its subject', '种红薯怎么申请贷款', ['种红', '红薯', '贷款']],
    ['of fillers alone is taken at its word', '怎么申请', ['怎么', '么申', '申请']],
    ['of one character asks for it alone', '薯', ['薯z']],
    ['of punctuation is none', '，。！', []],
  ])('%s', (_, query, words) => expect(queryParts(query).words).toEqual(words));

  test('knows a question of how', () => {
    expect([queryParts('怎么领').asksHow, queryParts('红薯').asksHow]).toEqual([true, false]);
  });

  test('looks up only what the index of the same text holds', () => {
    const text = fc.array(fc.constantFrom('低', '保', '贷', '款', '的', '怎', '么', '1', 'a', '，', ' '), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (characters) => {
        const typed = characters.join('');
        const index = indexWords(typed);
        for (const word of queryParts(typed.replace(/[\s的怎么]/g, '，')).words) {
          expect(
            index.some((each) => each.startsWith(word)),
            `${typed}: ${word}`,
          ).toBe(true);
        }
      }),
    );
  });
});

test('each character is found by itself, and is not taken for the beginning of a pair', () => {
  expect(indexWords('低保')).toEqual(['低z', '低保', '保z']);
});

test('a word with a wrong character in it, or without one, leads to the right one', () => {
  const [gap] = gapWords('养老金');
  expect(queryParts('养考金').gaps).toEqual([{ word: '养金', around: ['养考', '考金'] }]);
  expect(gap?.startsWith('养金')).toBe(true);
  expect(gap?.startsWith(queryParts('养金').words[0] ?? '-')).toBe(true);
});

describe('pinyin', () => {
  test('is found whole and by initials, from every character on', () => {
    expect(pinyinWords('小额贷')).toEqual({ whole: ['xiaoedai_', 'xed_'], within: ['edai_', 'ed_', 'dai_'] });
  });

  test.each([
    ['yanglaojin', 'yanlaojin'],
    ['linshijiuzhu', 'linsijiuzu'],
    ['nongmin', 'longmin'],
  ])('%s and %s are the same', (right, wrong) => expect(loosePinyin(right)).toBe(loosePinyin(wrong)));
});

test('a phone decodes the 3,755 common characters in the order of the standard', () => {
  expect(commonCharacters().length).toBe(3755);
  expect(commonCharacters().slice(0, 3)).toEqual(['啊', '阿', '埃']);
});

describe('the line that is shown', () => {
  test('is the one that holds what was asked', () => {
    expect(matchingLine('第一句。申请低保不收钱。第三句。', ['低保'])).toBe('申请低保不收钱。');
  });

  test('has the words of the query marked, and nothing lost', () => {
    const pieces = mark('申请低保，低保不收钱', ['低保']);
    expect(pieces.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual(['低保', '低保']);
    expect(pieces.map(({ text }) => text).join('')).toBe('申请低保，低保不收钱');
  });
});

test('without an answer the nearest titles are those that share characters', () => {
  const titles = ['申请低保', '种红薯', '打电话'].map((title) => ({ title }));
  expect(nearestTitles('低红保', titles).map(({ title }) => title)).toEqual(['申请低保', '种红薯']);
});
