/** Links to a missing anchor of a page; the message lists the existing anchors. */
import type { AnnotatedFile } from '../../../documents/source.ts';
import { nearest } from '../../../schema/nearest.ts';
import { addressesOf } from '../../addresses.ts';
import type { CheckedContent, Rule } from '../../rule.ts';
import { targetOf } from './broken.ts';

export const rule: Rule = {
  name: 'link/missing-anchor',
  severity: 'error',
  finds: '链接到页里的某一节，那一节却没有。',
  why: '点了停在页顶，人找不到要看的地方。',
  write: '从提示列出的小节里挑一个。',
  bad: [
    '▶[怎么算](#怎么酸)\n\n## 怎么算',
    {
      body: '▶[低保](/a/#钱数)',
      files: {
        'pages/a.mdx':
          '---\ntitle: 一\nsummary: 二\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n## 怎么算\n\n一。\n',
      },
    },
    '看▶[公示](/glossary/#gong-si)。',
  ],
  good: ['[怎么算](#怎么算)\n\n## 怎么算', '看[公示](/glossary/#gong-shi)，打[电话](/contacts/#tel-12345)。'],
  check: (content, report) => {
    for (const source of content.sources) {
      for (const { address, offset } of source.links) {
        const [, wanted = ''] = address.split('#');
        if (wanted === '' || wanted.startsWith('part-') || wanted === 'main') continue;
        const anchors = anchorsOf(targetOf(address, source), source, content);
        if (anchors === undefined || anchors.includes(wanted)) continue;
        const close = nearest(wanted, anchors, Math.max(1, Math.floor(wanted.length / 2)));
        const right = close ? `请改成：${address.split('#')[0]}#${close}。` : '';
        const list =
          anchors.length > 0
            ? `那一页有的小节是：${anchors.map((anchor) => `#${anchor}`).join('、')}`
            : '那一页没有小节';
        report(source, offset, `没有「${wanted}」这一节，点了停在页顶。${right}${list}。`);
      }
    }
  },
};

/** The anchors of the target page; undefined if they are unknown or the page does not exist. */
function anchorsOf(
  target: string | undefined,
  source: AnnotatedFile,
  content: CheckedContent,
): string[] | undefined {
  if (target === '/glossary/') return content.site.glossary.map(({ id }) => id);
  if (target === '/contacts/') return content.site.contacts.map(({ id }) => id);
  const page = target === undefined ? source : addressesOf(content).documents.get(target);
  return page?.document?.body.headings.map(({ id }) => id);
}
