/** Policies that have ended and do not name their successor. */
import { areApplicationsClosed, policyStatusOn } from '../../../documents/status.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/ended-without-next',
  severity: 'warning',
  finds: '政策结束了，没写换成了哪个。',
  why: '读的人不知道现在该办什么。',
  write: '有接着办的，写 replacedBy；没有的，在正文里写明“没有接着办的”。',
  bad: [{ collection: 'policies', fields: 'validUntil: ▶2025-12-31' }],
  good: [
    { collection: 'policies', fields: 'validUntil: 2026-12-31' },
    { collection: 'policies', fields: 'validUntil: 2025-12-31', body: '这个办法到期了，没有接着办的。' },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const data = source.document.data as PolicyData;
      const hasEnded =
        policyStatusOn(data, site.today) === 'ended' && !areApplicationsClosed(data, site.today);
      if (!hasEnded || data.replacedBy !== undefined) continue;
      if (source.texts.some(({ text }) => /没有(?:别的|新的)?接着办的/.test(text))) continue;
      const words = '这个政策已经结束，没写换成了哪个，读的人不知道现在该办什么。';
      const advice = '有接着办的，加上 replacedBy: 那个文件名；没有的，在正文里写一句「没有接着办的」。';
      report(source, source.values.get('validUntil') ?? 0, words + advice);
    }
  },
};
