/** A rate in a field that takes none: readers would see an amount where nobody checks it, or the braces. */
import { collections } from '../../../schema/collections.ts';
import { allowsRates } from '../../../schema/field.ts';
import { ratesIn } from '../../../schema/rate-marks.ts';
import { schemaAt, unwrapAll } from '../../../schema/traverse.ts';
import { exampleRate } from '../../example-rate.ts';
import type { Rule } from '../../rule.ts';
import { checkScanned } from '../../scanned.ts';

/** A text in a field that takes no rates: the ids in braces, each with its offset in the file, and the field's name. */
type Braces = [ids: [id: string, offset: number][], field: string];

export const rule: Rule = {
  name: 'schema/misplaced-rate',
  severity: 'error',
  finds: '不能放标准的字段里写了 {标准的 id}。',
  why: '这些字段要原样用在别处，里面的数变来变去会对不上。',
  write:
    '能放的只有 summary、keyPoints、benefit、eligibility、exclusions、cost、pay 和步骤的 detail；正文里写 <Rate id="…" />。',
  bad: [{ collection: 'policies', fields: 'title: 每月▶{di-bao-biao-zhun}', files: exampleRate }],
  good: [{ collection: 'policies', fields: 'benefit: ["每月{di-bao-biao-zhun}"]', files: exampleRate }],
  ...checkScanned<Braces>({
    scan: ({ collection, texts }) => {
      if (collection === undefined) return [];
      const { schema } = collections[collection];
      return texts.flatMap(({ text, part, path, offsets }): Braces[] => {
        const ids = part === 'field' ? ratesIn(text) : [];
        const field = ids.length > 0 ? schemaAt(schema, path) : undefined;
        if (field === undefined || allowsRates(unwrapAll(field))) return [];
        return [[ids.map((id) => [id, offsets[text.indexOf(`{${id}}`)] ?? 0]), String(path[0])]];
      });
    },
    check: ([ids, field], source, { site }, report) => {
      const [id, offset] = ids.find(([each]) => site.rates.some((rate) => rate.id === each)) ?? [];
      if (offset === undefined) return;
      const message = `${field} 里不能放标准：它要原样用在别处。请直接写数，或者把带 {${id}} 的话挪到 benefit、keyPoints、summary 里。`;
      report(source, offset, message);
    },
  }),
};
