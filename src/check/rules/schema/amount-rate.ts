/** A rate of an amount or a condition that cannot be used for it today: it is not in yuan, or has no value on this day. */
import { ratesOfAmount } from '../../../documents/amounts.ts';
import { ratesOfConditions } from '../../../documents/conditions.ts';
import { rateValueOn } from '../../../documents/rates.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import { examplePolicyAmount } from '../../example-amount.ts';
import { endedExampleRate, exampleRate } from '../../example-rate.ts';
import type { Rule } from '../../rule.ts';

const [ended = ''] = Object.values(endedExampleRate).map((text) => String(text).replace('▶', ''));
const withRate = { value: 'di-bao-biao-zhun', amount: '7000' };

export const rule: Rule = {
  name: 'schema/amount-rate',
  severity: 'error',
  finds: 'amount 或 conditions 用的标准今天没有数，或者单位不是元。',
  why: '今天算不出来，也比不出来，网页上只能叫人打电话问。',
  write: '在那个标准的 values 最后加上新的数，写明从哪天起、哪个文件写的；单位要是元。',
  bad: [
    {
      collection: 'policies',
      fields: examplePolicyAmount({ ...withRate, value: '▶di-bao-biao-zhun' }),
      files: { 'rates/di-bao-biao-zhun.yml': ended },
    },
    {
      collection: 'policies',
      fields: 'conditions: [{incomePerHead: {below: ▶di-bao-biao-zhun, per: month}}]',
      files: { 'rates/di-bao-biao-zhun.yml': ended },
    },
    {
      collection: 'policies',
      fields: examplePolicyAmount({ ...withRate, value: '▶di-bao-biao-zhun' }),
      files: {
        'rates/di-bao-biao-zhun.yml': String(Object.values(exampleRate)[0]).replace('unit: 元', 'unit: 斤'),
      },
    },
  ],
  good: [
    { collection: 'policies', fields: examplePolicyAmount(withRate), files: exampleRate },
    {
      collection: 'policies',
      fields: 'conditions: [{incomePerHead: {below: di-bao-biao-zhun, per: month}}]',
      files: exampleRate,
    },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const { amount, conditions } = source.document.data as PolicyData;
      const used = [...(amount ? ratesOfAmount(amount) : []), ...ratesOfConditions(conditions)];
      for (const id of new Set(used)) {
        const rate = site.rates.find((each) => each.id === id);
        if (!rate) continue;
        const place = source.texts.find(
          ({ path, text }) => /^(?:amount|conditions)$/.test(String(path[0])) && text === id,
        );
        const offset = place?.offsets[0] ?? 0;
        if (rate.unit !== '元')
          report(source, offset, `「${rate.name}」的单位是${rate.unit}，不是元，算不成钱。换一个标准。`);
        else if (rateValueOn(rate, site.today) === undefined)
          report(
            source,
            offset,
            `${site.today} 这天没有「${rate.name}」的数，网页上算不出来、比不出来，只能叫人打电话问。在 rates/${id}.yml 的 values 最后加上新的数，写明从哪天起、哪个文件写的。`,
          );
      }
    }
  },
};
