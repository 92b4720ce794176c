/** Stars for multiplication or for hidden letters are all visible to readers. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { textOfBlocks } from '../documents/plain-text.ts';
import { parseBody } from './index.ts';
import { showStars } from './stars.ts';

const shown = (source: string) => textOfBlocks(parseBody(source, 'content/pages/a.mdx', 1).body.blocks);

describe('a sum is shown as it was typed', () => {
  test.each([
    '500*12个月，100*2元',
    '500*12*1元',
    '500元*12个月+300元*6个月',
    '（500+300）*12，（1+2）*3',
    '(500+300)*12，(1+2)*3',
    '0.5亩*600元/亩*85%，２*３，４*５',
    '工资*12个月，补贴*6个月',
    '100*人数，200*户数',
    '五百*十二个月，一百*两元',
    '体积=长*宽*高',
    '每月 500 * 12，每年 100 * 2',
    '2.5万*3年，1.5万*2年',
    '138****5678，139****1234',
    '142333********1234，142334********5678',
    '王*、李*，赵**',
  ])('%s', (source) => {
    expect(shown(source)).toBe(source);
    expect(shown(`## ${source}`)).toBe(source);
    expect(shown(`- ${source}`)).toBe(source);
    expect(shown(`| 甲 | 乙 |\n|---|---|\n| ${source} | 1 |`)).toBe(`甲，乙\n${source}，1`);
  });

  test('in any calculation, every character is visible', () => {
    const figure = fc.oneof(
      fc.integer({ min: 0, max: 99999 }).map(String),
      fc.constantFrom('2.5', '85%', '0.5', '1,500', '3万', '１２'),
    );
    const unit = fc.constantFrom('', '元', '个月', '人', '亩', '天', '户', '斤', '次');
    const operand = fc.oneof(
      fc.tuple(figure, unit).map((parts) => parts.join('')),
      fc.tuple(figure, figure).map(([a, b]) => `（${a}+${b}）`),
    );
    const sum = fc.array(operand, { minLength: 2, maxLength: 4 }).map((parts) => parts.join('*'));
    const words = fc.constantFrom('每月', '冬天再加', '一共是', '带上户口本去办，', '');
    const end = fc.constantFrom('，', '。', '；', '和', '、');
    const text = fc
      .array(fc.tuple(words, sum, end), { minLength: 1, maxLength: 5 })
      .map((parts) => `钱数：${parts.flat().join('')}完`);
    fc.assert(
      fc.property(text, (source) => {
        expect(shown(source)).toBe(source);
      }),
      { numRuns: 500 },
    );
  });

  test('Chinese without marks of Markdown is rendered with all its characters', () => {
    const piece = fc.constantFrom(
      ...[
        '每月',
        '领',
        '100',
        '元',
        '，',
        '。',
        '：',
        '“好”',
        '（一）',
        '5~10日',
        '3^2',
        '2_3',
        '85%',
        'A类',
        ' ',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 20 }), (pieces) => {
        const source = `甲${pieces.join('')}乙`;
        expect(shown(source)).toBe(source);
      }),
    );
  });
});

test.each([
  ['共*100元*整', '共100元整'],
  ['请*一定*来', '请一定来'],
  ['打12345*热线*来问', '打12345热线来问'],
  ['**共500*12元**，请**一定**来', '共500*12元，请一定来'],
])('stars around words are none of the text: %s', (source, expected) => expect(shown(source)).toBe(expected));

test.each([
  ['sums', (length: number) => showStars('5*甲，王*'.repeat(length / 6), '_')],
  ['hidden figures', (length: number) => showStars('1****2'.repeat(length / 6), '_')],
  [
    'addresses',
    (length: number) => parseBody('看www.a.cn，'.repeat(length / 10), 'content/pages/a.mdx', 1, 0),
  ],
  ['own lines', (length: number) => parseBody('一、甲乙\n'.repeat(length / 5), 'content/pages/a.mdx', 1, 0)],
])('a long text of %s takes linear time', (_, work) => {
  const PARTS = 16;
  const time = (length: number, times: number) => {
    const began = performance.now();
    for (let run = 0; run < times; run += 1) work(length);
    return performance.now() - began;
  };
  // The same text in one piece and in parts, alternately: a busy machine slows both, and the minimum of each is the most exact.
  const rounds = Array.from({ length: 5 }, () => [time(32_000, 1), time(32_000 / PARTS, PARTS)] as const);
  const [whole, parts] = [
    Math.min(...rounds.map(([one]) => one)),
    Math.min(...rounds.map(([, many]) => many)),
  ];
  // Sixteen times as long if each position read the whole text.
  expect(whole / parts).toBeLessThan(6);
});
