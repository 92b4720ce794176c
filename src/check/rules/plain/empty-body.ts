/** Documents without a body, if the body is the explanation itself (听得懂). */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'plain/empty-body',
  severity: 'warning',
  finds: '政策、故事、指南页的正文是空的。',
  why: '读的人只看到几行字段，不明白是怎么回事。',
  write: '在字段下面用大白话说清楚。',
  bad: [{ body: ' ', expected: ['content/pages/li-zi.mdx:1:1'], shown: '（只有字段，没有正文）' }],
  good: ['照着做就行。', { collection: 'notices', body: ' ' }],
  checkFile: (source, report) => {
    const { document } = source;
    if (document === undefined || document.collection === 'notices') return;
    if (source.source.slice(source.bodyOffset).trim() !== '') return;
    report(source, 0, '这一篇只有字段，没有正文，读的人不明白是怎么回事。请在字段下面用大白话说清楚。');
  },
};
