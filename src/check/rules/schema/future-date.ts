/** Future dates in fields that require past ones: the day of a check, an issue, a report, a consent. */
import { keyOf } from '../../../documents/source.ts';
import type { Rule } from '../../rule.ts';
import { checkScanned } from '../../scanned.ts';

/** A date in one of these fields, with its offset in the file. */
type PastDate = [what: string, date: string, offset: number];

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
  ...checkScanned<PastDate>({
    scan: ({ texts }) =>
      texts.flatMap(({ part, path, text, offsets }): PastDate[] => {
        if (part !== 'field') return [];
        const what = PAST_FIELDS[keyOf(path.filter((name) => typeof name === 'string'))];
        return what !== undefined && /^\d{4}-\d{2}-\d{2}$/.test(text) ? [[what, text, offsets[0] ?? 0]] : [];
      }),
    check: ([what, date, offset], source, { site }, report) => {
      if (date <= site.today) return;
      const message = `${what}的日子写的是 ${date}，这一天还没到（今天是 ${site.today}），读的人看了不信。请写真正的那一天。`;
      report(source, offset, message);
    },
  }),
};
