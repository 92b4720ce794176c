/** Policies whose local terms are unknown by their own text, but whose status would be open. */
import { policyStatusOn } from '../../../documents/status.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';
import { isProse, offsetIn } from '../../texts.ts';

const UNKNOWN =
  /还不知道|还不清楚|还没有?(?:看到|见到|收到|等到|接到)[^，。；]{0,8}(?:通知|文件|细则|办法)|没有?(?:看到|见到|收到)[^，。；]{0,6}(?:通知|文件|细则)|只看到了?[^，。；]{0,6}报道|(?:办没办|今年还办不办|办不办)/;

export const rule: Rule = {
  name: 'freshness/local-terms',
  severity: 'warning',
  finds: '政策里写着本地怎么办还不知道，又没有写 localTerms: unknown。',
  why: '网页、海报、大喇叭会说“现在可以办”，人跑去了办不成。',
  write: '加一行 localTerms: unknown；见到本地的通知再删掉。',
  bad: [
    { collection: 'policies', body: '最长几年，▶还不知道，问银行。' },
    { collection: 'policies', body: '我们▶还没看到县里的通知。' },
    { collection: 'policies', body: '我们▶只看到了报道，没有看到通知全文。' },
    { collection: 'policies', fields: 'benefit: [县里▶还没收到省里的文件，打12345问。]' },
    {
      collection: 'policies',
      body: '| 要问的 | 知道的 |\n| --- | --- |\n| 几年 | ▶还不知道 |\n| 利率 | 还不知道 |',
    },
  ],
  good: [
    { collection: 'policies', body: '还不知道找谁的，打12345。', fields: 'localTerms: unknown' },
    { collection: 'policies', body: '批准后会发一张通知。没有收到钱，打电话问。' },
    {
      collection: 'policies',
      body: '最长几年还不知道，没有接着办的。',
      fields: 'validUntil: 2025-12-31',
    },
    { collection: 'pages', body: '钱给谁还不知道，就先停下。' },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const data = source.document.data as PolicyData;
      if (data.localTerms !== undefined || policyStatusOn(data, site.today) === 'ended') continue;
      // Reported once per document: a table of four rows needs the field once.
      for (const text of source.texts) {
        const match = isProse(text) ? UNKNOWN.exec(text.text) : null;
        if (match === null) continue;
        const words = `这里写着「${match[0]}」，可网页、海报和大喇叭稿会说“现在可以办”，人跑去了办不成。`;
        const advice = '本地怎么办真的还不知道，就加一行 localTerms: unknown，到处都会说“先打电话问清楚”。';
        report(source, offsetIn(text, match.index), words + advice);
        break;
      }
    }
  },
};
