/** Documents whose review is overdue. */
import { formatDate } from '../../../documents/dates.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/review-overdue',
  severity: 'warning',
  finds: '过了 reviewBy 写的日子，还没有再核对。',
  why: '照着过时的说法去办，白跑一趟。',
  write: '逐条核对，改好 reviewedOn 和 reviewBy。',
  bad: [{ fields: 'reviewedOn: 2026-01-01\nreviewBy: ▶2026-06-30' }],
  good: [{ fields: 'reviewedOn: 2026-11-20\nreviewBy: 2026-11-24' }],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      const { reviewBy } = (source.document?.data ?? {}) as { reviewBy?: string };
      if (reviewBy === undefined || reviewBy >= site.today) continue;
      const words = `这一页说好${formatDate(reviewBy)}以前再核对，已经过了，读的人照着去办可能白跑。`;
      report(source, source.values.get('reviewBy') ?? 0, `${words}请逐条核对，再改 reviewedOn 和 reviewBy。`);
    }
  },
};
