/** Policies with applications after their last day: the page shows "ended" while the office still accepts documents. */
import type { PolicyData } from '../../../schema/policies.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/apply-after-end',
  severity: 'warning',
  finds: '申请的截止日子比政策结束的日子还晚。',
  why: '过了 validUntil，页面就说“已经结束”，还能申请的人就不去了。',
  write: '还能申请就把 validUntil 写到申请截止那天，或者不写；写错了就改对。',
  bad: [{ collection: 'policies', fields: 'validUntil: 2026-12-31\napplyBy: ▶2027-01-31' }],
  good: [{ collection: 'policies', fields: 'validUntil: 2026-12-31\napplyBy: 2026-12-20' }],
  checkFile: (source, report) => {
    if (source.document?.collection !== 'policies') return;
    const { applyBy, validUntil } = source.document.data as PolicyData;
    if (applyBy === undefined || validUntil === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(applyBy)) return;
    if (applyBy <= validUntil) return;
    const what = `申请到 ${applyBy}，政策却 ${validUntil} 就结束：从那天起页面说“已经结束”，还能申请的人就不去了。`;
    report(
      source,
      source.values.get('applyBy') ?? 0,
      `${what}请把 validUntil 写到申请截止那天，没有规定结束的就不写。`,
    );
  },
};
