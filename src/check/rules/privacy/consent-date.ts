/** A story with written consent must have the date of the consent: without a date it cannot be found again. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'privacy/consent-date',
  severity: 'warning',
  finds: '写了“本人书面同意”，却没写哪天同意的。',
  why: '日后本人说没同意过，找不到凭据。',
  write: '在 consent 里加上 date，没有书面同意就先不发布。',
  bad: [{ collection: 'stories', fields: 'consent: ▶{kind: written}' }],
  good: [{ collection: 'stories', fields: 'consent: {kind: written, date: 2026-10-01}' }],
  check: ({ sources }, report) => {
    for (const source of sources) {
      if (source.document?.collection !== 'stories') continue;
      const { consent } = source.document.data as { consent: { kind: string; date?: string } };
      if (consent.kind !== 'written' || consent.date !== undefined) continue;
      const words = '没写本人哪天同意的，日后找不到凭据。';
      report(
        source,
        source.values.get('consent') ?? 0,
        `${words}请加上，例如：consent: {kind: written, date: 2026-11-01}`,
      );
    }
  },
};
