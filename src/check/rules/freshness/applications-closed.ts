/** Policies whose deadline has passed and that do not say whether one can apply again. */
import { formatDate } from '../../../documents/dates.ts';
import { areApplicationsClosed } from '../../../documents/status.ts';
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/applications-closed',
  severity: 'warning',
  finds: '申请的截止日子过了，没说下一次什么时候办。',
  why: '页面从这天起说“申请已截止”，读的人不知道要不要再等。',
  write:
    '定了下一次的，把 applyBy 改成新的日子；不再办的，写 validUntil；还没定的，在正文里写明“下一次什么时候办，还没定”。',
  bad: [{ collection: 'policies', fields: 'applyBy: ▶2025-12-31' }],
  good: [
    { collection: 'policies', fields: 'applyBy: 2026-12-31' },
    { collection: 'policies', fields: 'applyBy: 2025-12-31', body: '下一次什么时候办，还没定，打电话问。' },
    { collection: 'policies', fields: 'applyBy: 全年都能办' },
  ],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'policies') continue;
      const data = source.document.data as PolicyData;
      if (!areApplicationsClosed(data, site.today) || data.replacedBy !== undefined) continue;
      if (source.texts.some(({ text }) => /下一次|下一批|下一轮|明年/.test(text))) continue;
      const what = `${formatDate(data.applyBy ?? '')}申请已经截止，没说下一次什么时候办，读的人不知道要不要再等。`;
      const advice =
        '定了下一次的，把 applyBy 改成新的日子；不再办的，写 validUntil；还没定的，在正文里写一句「下一次什么时候办，还没定」。';
      report(source, source.values.get('applyBy') ?? 0, what + advice);
    }
  },
};
