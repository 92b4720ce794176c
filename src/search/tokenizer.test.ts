/** Words as people type them are cut the same way in the index and in the query. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { alphanumericParsers } from './alphanumeric.ts';
import { bestSnippet, highlight } from './client/excerpt.ts';
import { commonCharacters } from './client/gb2312.ts';
import { nearestTitles } from './client/nearest-titles.ts';
import { parseQuery } from './parse-query.ts';
import { pinyinTokens } from './pinyin-words.ts';
import { telephoneQueryTokens } from './telephones.ts';
import { findNumbers, normalizePinyin, normalizeText, skipBigramTokens, tokenize } from './tokenizer.ts';

describe('a query', () => {
  test.each([
    ['of a whole question keeps its subject', '种红薯怎么申请贷款', ['种红', '红薯', '贷款']],
    ['of fillers alone is taken at its word', '怎么申请', ['怎么', '么申', '申请']],
    ['of one character asks for it alone', '薯', ['薯z']],
    ['of punctuation is none', '，。！', []],
  ])('%s', (_, query, words) => expect(parseQuery(query, alphanumericParsers).words).toEqual(words));

  test('knows a question of how', () => {
    expect([
      parseQuery('怎么领', alphanumericParsers).asksHow,
      parseQuery('红薯', alphanumericParsers).asksHow,
    ]).toEqual([true, false]);
  });

  test('looks up only tokens of the index of the same text', () => {
    const text = fc.array(fc.constantFrom('低', '保', '贷', '款', '的', '怎', '么', '1', 'a', '，', ' '), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(text, (characters) => {
        const typed = characters.join('');
        const index = tokenize(typed);
        for (const word of parseQuery(typed.replace(/[\s的怎么]/g, '，'), alphanumericParsers).words) {
          expect(
            index.some((each) => each.startsWith(word)),
            `${typed}: ${word}`,
          ).toBe(true);
        }
      }),
    );
  });
});

describe('the tokens of a query', () => {
  /** Runs of every kind, adjacent and separate. */
  const text = fc
    .array(
      fc.constantFrom(
        '低',
        '保',
        '单',
        'ꆈ',
        'ꌠ',
        'a',
        'b',
        'an',
        'zhi',
        '4',
        '77',
        '12345',
        '0357-',
        '.',
        '-',
        '〕',
        ' ',
        '元',
        '年',
        'བོད',
        '་',
        'تې',
        'ɓ',
        'ö',
      ),
      { maxLength: 10 },
    )
    .map((pieces) => pieces.join(''));
  const lookedUp = (query: string): string[] => {
    const { words, numbers, telephones, latin } = parseQuery(query, alphanumericParsers);
    return [
      ...words,
      ...numbers.flatMap(({ whole, beside }) => [whole, ...beside]),
      ...telephones.flatMap(telephoneQueryTokens),
      ...latin.flatMap(({ letters, runs }) => [letters, ...runs]).filter((letters) => letters.length > 1),
    ];
  };

  test('never begin with a whole word of the index, which Pagefind would match', () => {
    fc.assert(
      fc.property(text, text, (page, query) => {
        const { whole, within } = pinyinTokens(page);
        const index = [...tokenize(page), ...skipBigramTokens(page), ...whole, ...within];
        for (const word of lookedUp(query)) {
          const answers = index.filter((each) => word !== each && word.startsWith(each));
          expect(answers, `${page} for ${query}`).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });

  test('are in the index of a page with the same text', () => {
    fc.assert(
      fc.property(text, (page) => {
        const index = tokenize(page);
        const { words, numbers } = parseQuery(page.replace(/[的怎么]/g, ''), alphanumericParsers);
        for (const word of [...words, ...numbers.map(({ whole }) => whole)]) {
          expect(
            index.some((each) => each.startsWith(word)),
            `${page}: ${word}`,
          ).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('a number', () => {
  test.each([
    ['第777号', ['777_', '第777_', '777号']],
    ['〔2026〕38号', ['2026_', '2026x38_', '38_', '38号']],
    ['10kW', ['10_', '10kw_']],
    ['2.5万', ['2d5_', '2d5万']],
    ['05月', ['5_', '5月']],
    ['2026-03-15', ['2026_', '2026年', '3_', '年3_', '3月', '15_', '月15_', '15日']],
    ['1,500元', ['1500_', '1500元']],
    ['１，５００元', ['1500_', '1500元']],
    ['110，119', ['110_', '110x119_', '119_']],
  ])('%s is found whole, and with the adjacent text', (text, words) => {
    expect(findNumbers(normalizeText(text)).flatMap(({ whole, beside }) => [whole, ...beside])).toEqual(
      words,
    );
  });
});

test('invisible characters are not part of a name or a word', () => {
  expect(tokenize('葛\u{e0100}飾')).toEqual(tokenize('葛飾'));
  expect(tokenize('低\u200b保')).toEqual(tokenize('低保'));
});

test('each character is found alone, and is not confused with the beginning of a pair', () => {
  expect(tokenize('低保')).toEqual(['低z', '低保', '保z']);
});

test('a word with a wrong character in it, or without one, leads to the right one', () => {
  const [skipBigram] = skipBigramTokens('养老金');
  expect(parseQuery('养考金', alphanumericParsers).skipBigrams).toEqual([
    { word: '养金', around: ['养考', '考金'] },
  ]);
  expect(skipBigram?.startsWith('养金')).toBe(true);
  expect(skipBigram?.startsWith(parseQuery('养金', alphanumericParsers).words[0] ?? '-')).toBe(true);
});

describe('pinyin', () => {
  test('is found whole and by initials, from every character on', () => {
    expect(pinyinTokens('小额贷')).toEqual({
      whole: ['xiaoedai_', 'xed_'],
      within: ['edai_', 'ed_', 'dai_'],
    });
  });

  test.each([
    ['yanglaojin', 'yanlaojin'],
    ['linshijiuzhu', 'linsijiuzu'],
    ['nongmin', 'longmin'],
  ])('%s and %s are the same', (right, wrong) => expect(normalizePinyin(right)).toBe(normalizePinyin(wrong)));
});

test('a phone decodes the 3,755 common characters in the order of the standard', () => {
  expect(commonCharacters().length).toBe(3755);
  expect(commonCharacters().slice(0, 3)).toEqual(['啊', '阿', '埃']);
});

describe('the line that is shown', () => {
  test('is the one with the requested text', () => {
    expect(bestSnippet('第一句。申请低保不收钱。第三句。', ['低保']).shown).toBe('申请低保不收钱。');
  });

  test('has the words of the query marked, and nothing lost', () => {
    const pieces = highlight('申请低保，低保不收钱', ['低保']);
    expect(pieces.filter(({ isHighlighted }) => isHighlighted).map(({ text }) => text)).toEqual([
      '低保',
      '低保',
    ]);
    expect(pieces.map(({ text }) => text).join('')).toBe('申请低保，低保不收钱');
  });
});

test('without an answer the nearest titles are those that share characters', () => {
  const titles = ['申请低保', '种红薯', '打电话'].map((title) => ({ title }));
  expect(nearestTitles('低红保', titles).map(({ title }) => title)).toEqual(['申请低保', '种红薯']);
});
