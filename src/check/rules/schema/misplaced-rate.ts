/** A rate in a field that takes none: readers would see an amount where nobody checks it, or the braces. */
import { collections } from '../../../schema/collections.ts';
import { allowsRates } from '../../../schema/field.ts';
import { ratesIn } from '../../../schema/rate-marks.ts';
import { schemaAt, unwrapAll } from '../../../schema/traverse.ts';
import { exampleRate } from '../../example-rate.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/misplaced-rate',
  severity: 'error',
  finds: '不能放标准的字段里写了 {标准的 id}。',
  why: '这些字段要原样用在别处，里面的数变来变去会对不上。',
  write:
    '能放的只有 summary、keyPoints、benefit、eligibility、exclusions、cost、pay 和步骤的 detail；正文里写 <Rate id="…" />。',
  bad: [{ collection: 'policies', fields: 'title: 每月▶{di-bao-biao-zhun}', files: exampleRate }],
  good: [{ collection: 'policies', fields: 'benefit: ["每月{di-bao-biao-zhun}"]', files: exampleRate }],
  check: ({ sources, site }, report) => {
    const known = new Set(site.rates.map(({ id }) => id));
    for (const source of sources) {
      if (source.collection === undefined) continue;
      const { schema } = collections[source.collection];
      for (const { text, part, path, offsets } of source.texts) {
        const id = part === 'field' ? ratesIn(text).find((each) => known.has(each)) : undefined;
        const field = id === undefined ? undefined : schemaAt(schema, path);
        if (field === undefined || allowsRates(unwrapAll(field))) continue;
        const message = `${String(path[0])} 里不能放标准：它要原样用在别处。请直接写数，或者把带 {${id}} 的话挪到 benefit、keyPoints、summary 里。`;
        report(source, offsets[text.indexOf(`{${id}}`)] ?? 0, message);
      }
    }
  },
};
