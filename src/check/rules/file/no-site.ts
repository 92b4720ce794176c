/** A content folder without site.yml. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/no-site',
  severity: 'warning',
  finds: '没有 site.yml。',
  why: '网站没有名字，分享出去的链接不对。',
  write: '建一个，至少写 name 和 url。',
  bad: [{ files: { 'site.yml': null }, expected: ['content/site.yml:1:1'], shown: '（没有 site.yml）' }],
  good: [{ shown: 'name: 示例县明白纸 ⏎ url: https://www.county.example/' }],
};
