/** Future dates in fields that require past ones: the day of a check, an issue, a report, a consent. */
import { keyOf } from '../../../documents/source.ts';
import type { Rule } from '../../rule.ts';

/** Fields with the date of a past event, without list indices. */
const PAST_FIELDS: Readonly<Record<string, string>> = {
  reviewedOn: '核对',
  'basis.date': '发文',
  'source.date': '报道',
  date: '事情',
  'consent.date': '同意',
  'consent.guardian': '监护人同意',
  since: '发布',
  withdrawn: '撤下',
};

export const rule: Rule = {
  name: 'schema/future-date',
  severity: 'warning',
  finds: '还没到的日子：核对、发文、同意的日子写到了以后。',
  why: '读的人看到一个还没到的日子，就不信这一页了。',
  write: '写真正的那一天；多半是年份写错了。',
  bad: [
    { fields: 'reviewedOn: ▶2026-12-20' },
    { collection: 'policies', fields: 'basis: [{title: 办法, issuer: 国务院, date: ▶2027-01-05}]' },
  ],
  good: [{ fields: 'reviewedOn: 2026-11-24' }],
  check: ({ sources, site }, report) => {
    for (const source of sources) {
      for (const { part, path, text, offsets } of source.texts) {
        if (part !== 'field') continue;
        const what = PAST_FIELDS[keyOf(path.filter((name) => typeof name === 'string'))];
        if (what === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(text) || text <= site.today) continue;
        const message = `${what}的日子写的是 ${text}，这一天还没到（今天是 ${site.today}），读的人看了不信。请写真正的那一天。`;
        report(source, offsets[0] ?? 0, message);
      }
    }
  },
};
