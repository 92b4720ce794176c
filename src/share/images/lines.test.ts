/** Lines end where a printer would end them, for any text and any column width. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { widthEm } from './fonts.ts';
import { breakLines } from './lines.ts';

const measure = (text: string) => widthEm(text, 700);
const set = (text: string, width: number, isTitle = false) =>
  breakLines(text, { widthEm: width, measure, isTitle });

const words = fc.constantFrom(
  ...'家里收入太低可以申请补助的人老幺㙍𬇙',
  ...[
    '低保',
    '乡镇政府',
    'WeChat',
    'AI',
    'Li Ning',
    '12345',
    '0357-5122345',
    '1,500公斤',
    '2025年',
    '30个工作日',
  ],
  ...[
    '〔2021〕6号',
    '12月31日',
    '50%',
    '5~10日',
    '《办法》',
    '（2014年）',
    '“六个一”',
    '四月初八',
    '100多人',
  ],
);
// There is always a mark between two words, or two numbers would become one.
const marks = fc.constantFrom(...'，。、：；！？的在和给');
const texts = fc
  .array(fc.tuple(words, marks), { minLength: 1, maxLength: 24 })
  .map((pairs) => pairs.flat().join(''));
const columns = fc.double({ min: 11, max: 22, noNaN: true });

/** Checks a rule on the lines of any text in any column, as a title and as other text. */
function always(rule: (lines: string[], text: string, width: number) => void): void {
  fc.assert(
    fc.property(texts, columns, fc.boolean(), (text, width, isTitle) => {
      rule(set(text, width, isTitle), text, width);
    }),
    { numRuns: 300 },
  );
}

describe('of every text, in every column', () => {
  test('nothing is lost and nothing added', () => {
    always((lines, text) => expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', '')));
  });

  test('no line is wider than the column; only the white half of a mark may extend into the margin', () => {
    always((lines, _, width) => {
      for (const line of lines) {
        const isHanging = /[。，、）》」』”’】〕〉]$/u.test(line);
        expect(measure(line)).toBeLessThanOrEqual(width + (isHanging ? 0.5 : 0) + 1e-9);
      }
    });
  });

  test('no line begins with a mark that closes', () => {
    always((lines) => {
      for (const line of lines.slice(1)) expect(line).not.toMatch(/^[。，、；：！？）》」』”’%]/u);
    });
  });

  test('no line ends with a mark that opens', () => {
    always((lines) => {
      for (const line of lines) expect(line).not.toMatch(/[（《「『“‘〔]$/u);
    });
  });

  test('no single character is alone on the last line', () => {
    always((lines) => {
      if (lines.length > 1) expect(lines.at(-1)).toMatch(/^.*[^。，、；：！？].*[^。，、；：！？]/u);
    });
  });

  test('numbers stay with their units, and words of latin letters whole', () => {
    const whole =
      /1,500公斤|2025年|30个工作日|〔2021〕6号|12月31日|50%|5~10日|WeChat|100多人|四月初八|第三批|两个月/gu;
    always((lines, text) => {
      expect(lines.flatMap((line) => line.match(whole) ?? [])).toEqual(text.match(whole) ?? []);
    });
  });
});

describe('a printer would set it so', () => {
  test.each([
    [
      'a title ends its lines where one draws breath',
      '家里收入太低，可以申请低保',
      10,
      ['家里收入太低，', '可以申请低保'],
    ],
    [
      'lines of a title are alike in length',
      '哪些人可以免费参加城乡居民基本医疗保险',
      12,
      ['哪些人可以免费参加', '城乡居民基本医疗保险'],
    ],
    [
      'a document number stays whole',
      '银保监发〔2021〕6号：小额信贷怎么办',
      9,
      ['银保监发', '〔2021〕6号：', '小额信贷怎么办'],
    ],
    ['a mark at the end hangs into the margin', '不再打零工：徐平进厂', 5, ['不再打', '零工：', '徐平进厂']],
  ])('%s', (_, text, width, lines) => {
    expect(set(text, width, true)).toEqual(lines);
  });

  test('a line that loses its space at the end is no wider than the column', () => {
    // The space of Noto Sans SC is 0.227 em at weight 700, not the quarter of many fonts.
    for (const line of set('（2014年），12345，Li Ning，《办法》，家！', 11.169)) {
      expect(measure(line.replace(/[，！]$/u, ''))).toBeLessThanOrEqual(11.169);
    }
  });

  test('a word wider than the column is parted, because nothing may be cut off', () => {
    const lines = set('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 5, true);
    expect(lines.join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
    for (const line of lines) expect(measure(line)).toBeLessThanOrEqual(5);
  });

  test('a text without a character has no line', () => {
    expect(set(' ', 5)).toEqual([]);
  });
});

test('a word that the dictionary of the segmenter lacks is not parted', () => {
  expect(set('全家人均收入低过低保标准，就能申请', 9.5)).not.toContainEqual(expect.stringMatching(/低$/));
});
