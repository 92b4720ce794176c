/** A rate of an amount that cannot be used for it today: it is not in yuan, or has no value on this day. */
import { ratesOfAmount } from '../../../documents/amounts.ts';
import { rateValueOn } from '../../../documents/rates.ts';
import type { AmountData } from '../../../schema/amounts.ts';
import { examplePolicyAmount } from '../../example-amount.ts';
import { endedExampleRate, exampleRate } from '../../example-rate.ts';
import type { Rule } from '../../rule.ts';

const [ended = ''] = Object.values(endedExampleRate).map((text) => String(text).replace('▶', ''));
const withRate = { value: 'di-bao-biao-zhun', amount: '7000' };

export const rule: Rule = {
  name: 'schema/amount-rate',
  severity: 'error',
  finds: 'amount 用的标准今天没有数，或者单位不是元。',
  why: '今天算不出来，网页上只能叫人打电话问。',
  write: '在那个标准的 values 最后加上新的数，写明从哪天起、哪个文件写的；单位要是元。',
  bad: [
    {
      collection: 'policies',
      fields: examplePolicyAmount({ ...withRate, value: '▶di-bao-biao-zhun' }),
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
  good: [{ collection: 'policies', fields: examplePolicyAmount(withRate), files: exampleRate }],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      const data = source.document?.data;
      const amount = data && 'amount' in data ? (data.amount as AmountData | undefined) : undefined;
      for (const id of amount ? ratesOfAmount(amount) : []) {
        const rate = site.rates.find((each) => each.id === id);
        if (!rate) continue;
        const place = source.texts.find(({ path, text }) => path[0] === 'amount' && text === id);
        const offset = place?.offsets[0] ?? 0;
        if (rate.unit !== '元')
          report(source, offset, `「${rate.name}」的单位是${rate.unit}，不是元，算不成钱。换一个标准。`);
        else if (rateValueOn(rate, site.today) === undefined)
          report(
            source,
            offset,
            `${site.today} 这天没有「${rate.name}」的数，网页上算不出来，只能叫人打电话问。在 rates/${id}.yml 的 values 最后加上新的数，写明从哪天起、哪个文件写的。`,
          );
      }
    }
  },
};
