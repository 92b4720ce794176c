/** Links of a page to itself: a reader who taps one waits, and sees the same page. */
import { addressOf } from '../../../documents/address.ts';
import type { Rule } from '../../rule.ts';
import { targetOf } from './broken.ts';

export const rule: Rule = {
  name: 'link/self',
  severity: 'warning',
  finds: '链接指的就是这一页自己。',
  why: '点了还是这一页，读的人以为坏了。',
  write: '换成真正要去的那一页；要跳到这一页的某一节，写 #小标题。',
  bad: ['看▶[这里](/li-zi/)。', { collection: 'policies', body: '<PolicyLink policy="▶li-zi" />' }],
  good: ['看[下面](#怎么算)。\n\n## 怎么算\n\n按人算。', '看[政策](/policies/)。'],
  checkFile: (source, report) => {
    if (source.document === undefined) return;
    const own = addressOf(source.document.collection, source.slug);
    const message = '这个链接指的就是这一页自己，点了还是这里，读的人以为坏了。请换成真正要去的那一页。';
    for (const { address, offset } of source.links) {
      if (!address.includes('#') && targetOf(address, source) === own) report(source, offset, message);
    }
    if (source.document.collection !== 'policies') return;
    for (const { 0: tag, 1: slug, index } of source.source.matchAll(
      /<PolicyLink\s+policy=["']([a-z0-9-]+)["']/g,
    )) {
      if (slug === source.slug) report(source, index + tag.length - slug.length - 1, message);
    }
  },
};
