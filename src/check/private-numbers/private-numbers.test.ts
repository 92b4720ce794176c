/** A private number is found in any notation; other numbers are not reported. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isCardNumber } from './bank-card.ts';
import { isIdNumber, isOldIdNumber } from './identity.ts';
import { privateNumbersIn } from './index.ts';

const YEAR = 2026;
const kindsIn = (text: string, isRecords = false) =>
  privateNumbersIn(text, { year: YEAR, isRecords }).map(({ kind }) => kind);

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const digits = (length: number) => fc.stringMatching(new RegExp(`^[0-9]{${length}}$`));
const day = fc
  .date({ min: new Date('1900-01-02'), max: new Date('2026-06-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10).replaceAll('-', ''));
const idNumber = fc
  .tuple(fc.constantFrom('14', '34', '45', '52', '62', '65'), digits(4), day, digits(3))
  .map((parts) => parts.join(''))
  .map((first) => first + '10X98765432'[WEIGHTS.reduce((sum, w, at) => sum + w * Number(first[at]), 0) % 11]);
const oldIdNumber = fc
  .tuple(fc.constantFrom('140', '341', '522'), digits(3), day, digits(3))
  .map(([province, rest, born, last]) => province + rest + born.slice(2) + last)
  .filter(isOldIdNumber);
const mobile = fc
  .tuple(fc.constantFrom('130', '138', '147', '150', '157', '166', '177', '189', '191', '199'), digits(8))
  .map((parts) => parts.join(''))
  .filter((number) => !/0{6}$|000/.test(number) && number !== '13800138000');
const withCheck = (first: string) => [...'0123456789'].map((d) => first + d).find(isCardNumber) ?? '';
const card = fc
  .oneof(
    fc.tuple(fc.constantFrom('622848', '621700', '622202', '601382', '955880'), digits(12)),
    fc.tuple(fc.constantFrom('622588', '436742', '522001', '356827'), digits(9)),
  )
  .map(([issuer, rest]) => withCheck(issuer + rest))
  .filter((number) => number !== '' && !/0{4}/.test(number));

const wide = (text: string) => text.replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0));
const chinese = (text: string) => text.replace(/\d/g, (d) => '零一二三四五六七八九'[Number(d)] ?? '');
const spoken = (text: string) => chinese(text).replaceAll('一', '幺').replaceAll('零', '〇');
const SEPARATORS = [
  ' ',
  '  ',
  '\u00a0',
  '\u3000',
  '\u2009',
  '-',
  '－',
  '–',
  '—',
  '·',
  '_',
  '/',
  ' - ',
  '\u00a0\u00a0',
];

/** The number in groups of one size, with one separator between them. */
const grouped = (number: string, size: number, separator: string) =>
  (number.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? []).join(separator);
const writing = fc.tuple(
  fc.integer({ min: 1, max: 9 }),
  fc.constantFrom(...SEPARATORS),
  fc.constantFrom(
    (text: string) => text,
    wide,
    chinese,
    spoken,
    (text: string) => [...text].join('\u200b'),
  ),
);
const before = fc.constantFrom('号是', '找老王：', '（', 'NO', '', '王某，', 'A/C', '卡', '- ');
const behind = fc.constantFrom('。', '，记住。', '）', '', '（老王）', '\n');

describe.each([
  ['id-number', idNumber],
  ['bank-card', card],
  ['mobile-number', mobile],
] as const)('%s', (kind, numbers) => {
  test('is found whole, in groups of any size, with any separator, in any digits', () => {
    fc.assert(
      fc.property(numbers, writing, before, behind, (number, [size, separator, digitsOf], left, right) => {
        fc.pre(!(kind !== 'id-number' && separator === '_'));
        const groups = grouped(number, size, separator);
        // Groups that are all round are successive amounts.
        fc.pre(
          kind === 'id-number' ||
            separator.trim() !== '' ||
            !groups.split(separator).every((group) => group.endsWith('0')),
        );
        expect(kindsIn(left + digitsOf(groups) + right)).toEqual([kind]);
      }),
      { numRuns: 500 },
    );
  });

  test('is found partly bold, across tags and across a line end', () => {
    fc.assert(
      fc.property(numbers, fc.integer({ min: 2, max: 9 }), (number, at) => {
        const [left, right] = [number.slice(0, at), number.slice(at)];
        // Two round halves of a few digits are two amounts.
        fc.pre(!/00$/.test(left) || !/00$/.test(right) || right.length > 8);
        for (const between of ['**', '<b>', '\n', '\u200b', '\u00ad', '&nbsp;']) {
          expect(kindsIn(`号是${left}${between}${right}。`), between).toEqual([kind]);
        }
      }),
    );
  });
});

test('two round halves are a card where one is longer than any amount', () => {
  expect(kindsIn('卡号62284800&nbsp;95128933900。')).toEqual(['bank-card']);
});

test('a number of 15 digits is one of a card if the text says so', () => {
  fc.assert(
    fc.property(oldIdNumber, writing, (number, [size, separator, digitsOf]) => {
      const written = digitsOf(grouped(number, size, separator));
      expect(kindsIn(`身份证${written}。`)).toEqual(['id-number']);
      expect(kindsIn(`快件${written}。`)).not.toContain('id-number');
    }),
  );
});

test('a mobile number is found after dialling prefixes', () => {
  fc.assert(
    fc.property(
      mobile,
      fc.constantFrom(
        '0',
        '86',
        '+86',
        '0086',
        '+86 ',
        '86-',
        '(+86)',
        '（86）',
        'tel:',
        'tel:+86',
        'Tel.',
        'wx',
      ),
      (number, code) => {
        expect(kindsIn(`打${code}${number}吧`)).toEqual(['mobile-number']);
      },
    ),
  );
});

describe('the samples of the review are found', () => {
  test.each([
    ...['6205 2319 1709 1457 28', '522 632 1915 0504 3287', 'ID411522190505226359', '身份证451030100213244'],
    '340826**19050104**5537',
  ])('%s', (text) => expect(kindsIn(text)).toEqual(['id-number']));
  test.each([
    ...[
      '135-083-49682',
      '14709 339651',
      '1990-231-4977',
      '157 07 63 74 54',
      '191－0919－7542',
      '177.0288.8865',
    ],
    ...['[打](tel:008613608104350)', '外县打016600958350', '幺三四零五八幺零九零五'],
  ])('%s', (text) => expect(kindsIn(text)).toEqual(['mobile-number']));
  test.each(['卡号6217　1902　9133　0592　360', 'A/C6228497089595824834'])('%s', (text) =>
    expect(kindsIn(text)).toEqual(['bank-card']),
  );
});

describe('numbers that only look like one are not reported', () => {
  test.each([
    '全市投入13000000000元',
    '总投资13856782345元，亩产15012345678公斤',
    '文号：晋民发〔2026〕138号，许可证SC11014102900123',
    '订单号13812345678，快递单号JD15012345678',
    'ISBN 978-7-138-12345-6，ISSN 1381-2345',
    '时间戳1732694400000，20261127184842',
    '校验值 e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
    'f13812345678a 与 550e8400-e29b-41d4-a716-446655440000',
    '东经111.56231381234，北纬36.13812345678',
    '0357-5123456、0357-5123457，010-13812345',
    '4001381234、800-138-1234、10690138123、95588、12345',
    '1998-12-31 2000年，192.168.100.12',
    '138****5678，110105********002X，6222****0128',
    '1500 2000 300，15000 2000 30',
    '统一社会信用代码91140000MA0GXXXX1X，511402206112310027，121400000123456789',
    '一千三百八十一亿二千三百四十五万六千七百八十九',
    '13,812,345,678 和 138.12',
  ])('%s', (text) => expect(kindsIn(text)).toEqual([]));

  test('figures in lines and columns of records form no number', () => {
    expect(kindsIn('村,户,元\n前岭,1500,2000\n300,1380,1234567\n', true)).toEqual([]);
    expect(kindsIn('1380\n1234567\n')).toEqual([]);
  });

  test('18 digits whose birthday cannot be one', () => {
    for (const born of ['34160101', '20610101', '10321231', '19990230', '18991231']) {
      const first = `140105${born}001`;
      const check = '10X98765432'[WEIGHTS.reduce((sum, w, at) => sum + w * Number(first[at]), 0) % 11];
      expect(isIdNumber(first + check, YEAR)).toBe(false);
      expect(kindsIn(`编号${first}${check}。`)).toEqual([]);
    }
  });
});

test.each(['1 ', '13812345678', '1-', '一', '62 ', '1380\n', '1**', '1<b>', '86', '1 1  x', '<', '1&nbsp;'])(
  'the time for a text grows with its length: %j over and over',
  (piece) => {
    const millisecondsOf = (length: number) => {
      const text = piece.repeat(length / piece.length);
      const began = process.cpuUsage();
      kindsIn(text);
      return process.cpuUsage(began).user / 1000;
    };
    millisecondsOf(10_000);
    // Four times the length takes four times as long; quadratic work takes sixteen times. Retried once because of noise on a busy machine.
    const ratio = () => millisecondsOf(200_000) / Math.max(20, millisecondsOf(50_000));
    const first = ratio();
    expect(first < 10 ? first : ratio()).toBeLessThan(10);
  },
  120_000,
);
