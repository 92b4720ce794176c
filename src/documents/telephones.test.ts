/** A reader can tap every telephone number in a text, and nothing else: a wrong link calls a stranger. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dialledBy } from './dialled-by.ts';
import { linkTelephones } from './telephone-links.ts';
import { numbersToTap } from './telephones.ts';

const found = (text: string, phones: readonly string[] = []) =>
  numbersToTap(text, phones).map(({ at, end }) => text.slice(at, end));

describe('can be tapped', () => {
  test.each([
    ['急事打110、119、120，不知道找谁就打12345，点一下就能拨出去。', ['110', '119', '120', '12345']],
    ['救命的急事，打110、119、120', ['110', '119', '120']],
    ['已经转了钱，马上打110', ['110']],
    ['着火了打119，人受伤叫120。', ['119', '120']],
    ['报警110，火警119，急救120', ['110', '119', '120']],
    ['不认识的人要钱，打96110问。', ['96110']],
    ['各档多少钱打12333问', ['12333']],
    ['12315投诉举报', ['12315']],
    ['请拨打0357-5122345。', ['0357-5122345']],
    ['电话：0357-5122345、0357-5122346', ['0357-5122345', '0357-5122346']],
    ['电话：(0357)5122345', ['(0357)5122345']],
    ['电话（0357）512 2345', ['（0357）512 2345']],
    ['县民政局0357 5122345', ['0357 5122345']],
    ['县民政局0357—5122345', ['0357—5122345']],
    ['北京010-66554433', ['010-66554433']],
    ['国家电网95598', ['95598']],
    ['客服热线400-810-8888', ['400-810-8888']],
    ['+86 357-5122345', ['+86 357-5122345']],
    ['电话5122345', ['5122345']],
    ['电话：5122345、5122346', ['5122345', '5122346']],
    ['打0357-5122345转8012', ['0357-5122345']],
    ['打0357-5122345-2', ['0357-5122345']],
    ['拨打95588问银行', ['95588']],
    ['10086客服', ['10086']],
    ['手机13800138000', ['13800138000']],
    ['欠工钱打12348，妇女打12338。', ['12348', '12338']],
    ['“12345”热线', ['12345']],
    ['（12345）', ['12345']],
    ['12345、12333都行', ['12345', '12333']],
    ['打119火警', ['119']],
    ['120急救车', ['120']],
  ])('%s', (text, numbers) => expect(found(text)).toEqual(numbers));

  test('the numbers of the county’s list, in any context', () => {
    expect(found('找老王，5122345，或者值班室', ['5122345'])).toEqual(['5122345']);
  });
});

describe('is no telephone number', () => {
  test.each([
    '一共12345元',
    '发了12,345份',
    '补12345.5元',
    '去了12345人次',
    '12345-12400元',
    '10000元以上',
    '满10000的',
    '一年96000元',
    '交了95000',
    '等120天',
    '110公斤',
    '110千伏',
    '走110国道',
    '第110条',
    '依照第110、119、120条',
    '补110、120元',
    '分110、120两种',
    '汾民发〔2026〕110号',
    '晋政发〔2026〕12345号',
    '国办发〔2017〕47号',
    '文号12345',
    '第12345号文件',
    '2026-11-27',
    '2026年11月27日',
    '20261127',
    '打印20261127',
    '电话20261127',
    '邮编041500',
    '代码141034',
    '统计用区划代码141034100000',
    '身份证号141034199001011234',
    '统一社会信用代码91141034MA0K12345X',
    'GB/T 12345-2020',
    '尾号12345',
    '账号6222020302012345678',
    '验证码123456',
    '打井110米',
    '打了3000斤粮',
    '打12345块砖',
    '3000-5000元',
    '30000000元',
    '8000000元',
    '4008108888元',
    '从5122345亩到6122345亩',
    '海拔1100-1200米',
    '1:12345',
    '0.12345',
    'https://www.gov.cn/12345/',
    '12345%',
    '12345.html',
    '2026-2027学年',
    '8:00-12:00，14:30-18:00',
    '60周岁，交够15年',
  ])('%s', (text) => expect(found(text)).toEqual([]));

  test('an amount of money, in any unit', () => {
    const unit = fc.constantFrom(
      '元',
      '万元',
      '块',
      '块钱',
      '人',
      '户',
      '亩',
      '公斤',
      '天',
      '斤',
      '%',
      '公里',
      '个',
    );
    const before = fc.constantFrom('', '最高', '每年补', '一共', '打了', '发', '约', '共有');
    fc.assert(
      fc.property(before, fc.integer({ min: 100, max: 99_999_999 }), unit, (words, amount, counted) => {
        expect(found(`${words}${amount}${counted}。`)).toEqual([]);
      }),
    );
  });

  test('a document’s number or a day', () => {
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 99_999 }), day, (number, date) => {
        const [year = '', month = '', of = ''] = date.toISOString().slice(0, 10).split('-');
        const written = [
          `${year}-${month}-${of}`,
          `${year}${month}${of}`,
          `${year}年${Number(month)}月${Number(of)}日`,
        ];
        expect(found(`汾政发〔${year}〕${number}号，${written.join('，')}`)).toEqual([]);
      }),
    );
  });
});

describe('finished HTML', () => {
  const link = (html: string) => linkTelephones(html, []);

  test('has a link for each number in running text, through inline elements too', () => {
    expect(link('<p>打<strong>110</strong>报警，或打12345。</p>')).toBe(
      '<p>打<strong><a class="tel" href="tel:110">110</a></strong>报警，或打<a class="tel" href="tel:12345">12345</a>。</p>',
    );
  });

  test('has no link inside a link, a heading, a button or a label; a number there still has no line break', () => {
    for (const html of [
      '<a href="tel:110">打110</a>',
      '<h2>打12345</h2>',
      '<a class="card"><span>打12345</span></a>',
      '<textarea>打12345</textarea>',
      '<script>打12345</script>',
      '<p title="打12345">x</p>',
      '<div class="sheet"><div>打12345</div></div>',
    ]) {
      expect(link(html)).toBe(html);
    }
    expect(link('<h2>打0357-5122345</h2>')).toBe('<h2>打<span class="tel">0357-5122345</span></h2>');
  });

  test('has a number on its own as large as a button', () => {
    expect(link('<td> 12345 </td>')).toBe('<td> <a class="tel tel-alone" href="tel:12345">12345</a> </td>');
  });

  test('does not mark again what its component has marked', () => {
    const html = '<a href="tel:03575122345"><strong class="tel">0357-5122345</strong></a>';
    expect(link(html)).toBe(html);
  });

  test('has the same text, for any text', () => {
    const piece = fc.constantFrom(
      ...[
        '打',
        '12345',
        '110',
        '、',
        '0357-',
        '5122345',
        '元',
        '<b>',
        '</b>',
        '<p>',
        '</p>',
        '&amp;',
        '&#120;',
        '<br>',
      ],
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const html = pieces.join('');
        expect(
          link(html).replace(
            /<a class="tel(?: tel-alone)?" href="tel:\d+">(.*?)<\/a>|<span class="tel">(.*?)<\/span>/g,
            '$1$2',
          ),
        ).toBe(html);
      }),
    );
  });
});

test.each([
  ['0357-5122345', '03575122345'],
  ['（0357）5122345', '03575122345'],
  ['0357-5122345转8012', '03575122345'],
  ['+86 0357-5122345', '03575122345'],
  ['+86 357-5122345', '+863575122345'],
  ['+86 13800138000', '13800138000'],
  ['400-810-8888', '4008108888'],
  ['12345', '12345'],
])('%s is dialled %s', (phone, dialled) => expect(dialledBy(phone)).toBe(dialled));
