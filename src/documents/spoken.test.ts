/** What stands in the county's texts, as somebody reads it out over the loudspeaker. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { spokenText, spokenTime } from './spoken.ts';

test.each([
  ['种红薯，每亩盼着收1,500公斤', '种红薯，每亩盼着收一千五百公斤'],
  ['2025-12-31', '二〇二五年十二月三十一日'],
  ['办到2025年12月31日', '办到二〇二五年十二月三十一日'],
  ['12345', '幺二三四五'],
  ['先打12345，问今年怎么办', '先打幺二三四五，问今年怎么办'],
  ['镇政府电话0357-5122345', '镇政府电话零三五七，五幺二二三四五'],
  ['救命的急事，打110、119、120', '救命的急事，打幺幺零、幺幺九、幺二零'],
  ['一共12345元，来了110人', '一共一万二千三百四十五元，来了一百一十人'],
  ['技术工每月约4500元，普通工约3500元', '技术工每月约四千五百元，普通工约三千五百元'],
  ['最高能到10万元', '最高能到十万元'],
  ['补贴50%，涨了3.5个百分点', '补贴百分之五十，涨了三点五个百分点'],
  ['补贴5%-10%', '补贴百分之五到百分之十'],
  ['每月5~10日发', '每月五到十日发'],
  ['2~3天办完，2个人去，2月2日，读2年级', '两到三天办完，两个人去，二月二日，读二年级'],
  ['银保监发〔2021〕6号', '银保监发二〇二一年六号'],
  ['国务院令第649号', '国务院令第六百四十九号'],
  ['2021—2025年', '二〇二一年到二〇二五年'],
  ['上午8点到12点', '上午八点到十二点'],
  ['每周一至周五 8:30—17:30', '每周一至周五上午八点三十分到下午五点三十分'],
  ['下午14:05集合', '下午两点零五分集合'],
  ['¥3.5万', '三点五万元'],
  ['交1/3，100㎡', '交三分之一，一百平方米'],
  ['脱贫人口小额信贷（已结束）', '脱贫人口小额信贷，已结束'],
  ['看《社会救助暂行办法》：https://www.gov.cn/a?b=1。', '看社会救助暂行办法。'],
])('%s', (written, spoken) => {
  expect(spokenText(written)).toBe(spoken);
});

test('a number of the county’s own list is dialled, however long it is', () => {
  expect(spokenText('打不通就拨 8765432', ['8765432'])).toBe('打不通就拨八七六五四三二');
  expect(spokenText('村里5122345', ['5122345'])).toBe('村里五幺二二三四五');
});

test('a moment has its part of the day', () => {
  expect(spokenTime('2027-01-15 09:00')).toBe('二〇二七年一月十五日上午九点');
  expect(spokenTime('2027-01-15')).toBe('二〇二七年一月十五日');
});

test('whatever an editor writes, no figure is left for the reader to stumble over', () => {
  const pieces = fc.constantFrom(
    '元',
    '年',
    '月',
    '日',
    '%',
    '~',
    '-',
    '.',
    ',',
    ':',
    '/',
    '〔',
    '〕',
    '号',
    '打',
    ' ',
    '第',
  );
  const text = fc.array(fc.oneof(fc.nat(99_999).map(String), pieces), { maxLength: 12 });
  fc.assert(
    fc.property(text, (parts) => !/\d/.test(spokenText(parts.join('')))),
    { numRuns: 1000 },
  );
});
