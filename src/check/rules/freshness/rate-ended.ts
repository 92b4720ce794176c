/** Rates in use without an amount for today: pages say that the new one is not known. */
import { rateValueOn } from '../../../documents/rates.ts';
import { allDocuments } from '../../../documents/redirects.ts';
import { endedExampleRate, exampleRate } from '../../example-rate.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/rate-ended',
  severity: 'warning',
  finds: '标准到期了，或者还没开始，今天没有数，文章里却在用它。',
  why: '网页上原来写数的地方，现在写的是“新的数还没公布，先打电话问”。',
  write: '在 values 最后加上新的数，写明从哪天起、哪个文件写的。',
  bad: [
    {
      collection: 'policies',
      fields: 'benefit: ["每月{di-bao-biao-zhun}"]',
      files: endedExampleRate,
      shown: 'until: 2026-10-31',
    },
  ],
  good: [
    { collection: 'policies', fields: 'benefit: ["每月{di-bao-biao-zhun}"]', files: exampleRate },
    { collection: 'policies', fields: 'benefit: [每月一笔钱。]', files: exampleRate },
  ],
  check: ({ sources, site }, report) => {
    const used = new Set(allDocuments(site).flatMap(({ rates }) => rates?.ids ?? []));
    for (const source of sources) {
      const id = source.collection === 'rates' && source.texts.find(({ path }) => path[0] === 'id')?.text;
      const rate = id && used.has(id) ? site.rates.find((each) => each.id === id) : undefined;
      if (rate === undefined || rateValueOn(rate, site.today) !== undefined) continue;
      const last = rate.values.length - 1;
      const offset =
        source.values.get(`values.${last}.until`) ?? source.values.get(`values.${last}.from`) ?? 0;
      const what = `${site.today} 这天没有「${rate.name}」的数，用到它的网页只能说“新的数还没公布，先打电话问”。`;
      report(source, offset, `${what}在 values 最后加上新的数，写明从哪天起、哪个文件写的。`);
    }
  },
};
