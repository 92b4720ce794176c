/** Empty sections, which the national inspection counts against a site. */
import { collections } from '../../../schema/collections.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'freshness/empty-section',
  severity: 'warning',
  finds: '栏目是空的（国办检查指标）。',
  why: '点进去什么也没有；检查时会被通报。',
  write: '写一篇，哪怕只有一篇。',
  bad: [
    {
      expected: ['content/notices:1:1', 'content/policies:1:1', 'content/stories:1:1'],
      shown: '（notices 里没有文件）',
    },
  ],
  good: [
    {
      shown: '（每个栏目都有文件）',
      files: Object.fromEntries(
        ['policies', 'stories', 'notices'].map((name) => [`${name}/a.mdx`, '---\ndraft: true\n---\n']),
      ),
    },
  ],
  check: ({ site, allSources, contentName }, report) => {
    const all = [site.policies, site.stories, site.notices, site.guides].flat();
    // A site without a single page is being set up, not neglected.
    if (all.length === 0) return;
    for (const name of ['policies', 'stories', 'notices', 'pages'] as const) {
      if (allSources.some(({ collection }) => collection === name)) continue;
      const words = `「${collections[name].label}」这个栏目是空的，点进去什么也没有，国办检查会通报。`;
      report({ file: `${contentName}/${name}`, source: '' }, 0, `${words}请至少写一篇。`);
    }
  },
};
