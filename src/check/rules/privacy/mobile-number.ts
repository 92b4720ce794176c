/** Mobile numbers of people. A number that an office gives in the contacts is public. */
import { hidden, overNumbers } from '../../everything.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/mobile-number',
  severity: 'error',
  stopsBuild: true,
  finds: '私人手机号（contacts 文件夹里登记过的办公电话不算，12345 这样的热线也不算）。',
  why: '会招来骚扰和诈骗电话，换号也来不及。',
  write: '删掉，写单位的电话；确实是办公用的手机，先登记到 contacts 里。',
  bad: [
    '找王主任，▶13812345678。',
    '电话▶138 1234 5678，加微信也行。',
    '点这里[打电话](tel:▶+8613812345678)。',
    '点这里[打电话](tel:▶008613812345678)。',
    '外县打▶013812345678。',
    '▶1990-231-4977，▶157 07 63 74 54，▶177.0288.8865，▶191－0919－7542。',
    '喇叭里念：▶幺三八幺二三四五六七八。',
    '电话是▶14709\n339651。',
  ],
  good: [
    '打12345问，或者打0357-5123456。',
    {
      body: '打13812345678。',
      files: { 'contacts/zhan.yml': 'id: zhan\nname: 农技站\nphone: "13812345678"\nfor: 种地的事\n' },
    },
    '手机号138****5678。',
    '全市投入13000000000元，合计13812345678元。',
    '准考证号13812345678，电表户号13812345678。',
    '编号13812345678，经度117.02888865123，网址192.168.100.12。',
    '从1998-12-31到2002，发过1500 2000 300。',
    '打4001234567，短信从10690123456来。',
  ],
  ...overNumbers(
    'mobile-number',
    (digits) =>
      `这里有一个手机号（${hidden(digits)}），会招来骚扰和诈骗。请删掉，写单位的电话；是办公用的，先登记到 contacts 文件夹。`,
  ),
};
