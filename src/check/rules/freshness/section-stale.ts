/**
 * Sections without recent content, by the limits of the national inspection (国办秘函〔2019〕19号): the home page and news two weeks,
 * notices and policies six months. The day of publication or of the last review counts.
 */
import { daysBetween, formatDate } from '../../../documents/dates.ts';
import { publishedOn, type Site } from '../../../documents/site.ts';
import type { Rule } from '../../rule.ts';

const MAX_HOME_AGE_DAYS = 14;
const MAX_SECTION_AGE_DAYS = 183;
const OLD = 'reviewedOn: 2026-01-01\nreviewBy: 2027-05-20';
const ledger = (collection: string) => ({
  'addresses.yml': `- address: /${collection}/li-zi/\n  since: 2026-01-01\n`,
});

export const rule: Rule = {
  name: 'freshness/section-stale',
  severity: 'warning',
  finds: '首页超过14天、政策或通知超过半年没有更新（国办检查指标）。',
  why: '读的人以为没人管了；检查时会被通报。',
  write: '发新的，或者把旧的重新核对一遍。',
  bad: [
    {
      collection: 'policies',
      fields: OLD,
      files: ledger('policies'),
      expected: ['content/policies:1:1', 'content:1:1'],
    },
    { collection: 'notices', files: ledger('notices'), expected: ['content/notices:1:1', 'content:1:1'] },
  ],
  good: [{ collection: 'policies', fields: 'reviewedOn: 2026-11-20\nreviewBy: 2027-05-20' }],
  check: ({ site, contentName }, report) => {
    const policies = newest(
      site.policies.flatMap(({ slug, data }) => [data.reviewedOn, published(site, 'policies', slug)]),
    );
    const notices = newest(site.notices.map(({ slug }) => published(site, 'notices', slug)));
    const stories = site.stories.map(({ slug }) => published(site, 'stories', slug));
    const guides = site.guides.flatMap(({ slug, data }) => [data.reviewedOn, published(site, 'pages', slug)]);
    const any = newest([policies, notices, ...stories, ...guides].flatMap((day) => day ?? []));
    const tell = (file: string, what: string, day: string | undefined, maxAgeDays: number) => {
      if (day === undefined || daysBetween(day, site.today) <= maxAgeDays) return;
      const words = `${what}从${formatDate(day)}起没有更新，超过了国办检查的 ${maxAgeDays} 天，读的人以为没人管了。`;
      report({ file, source: '' }, 0, `${words}请发新的，或者把旧的重新核对一遍。`);
    };
    tell(contentName, '整个网站', any, MAX_HOME_AGE_DAYS);
    tell(`${contentName}/policies`, '政策', policies, MAX_SECTION_AGE_DAYS);
    tell(`${contentName}/notices`, '通知', notices, MAX_SECTION_AGE_DAYS);
  },
};

function published(
  site: Site,
  collection: 'policies' | 'stories' | 'notices' | 'pages',
  slug: string,
): string {
  return publishedOn(site, collection, slug);
}

function newest(days: readonly string[]): string | undefined {
  return days.reduce<string | undefined>(
    (last, day) => (last === undefined || day > last ? day : last),
    undefined,
  );
}
