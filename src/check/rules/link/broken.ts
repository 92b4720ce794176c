/** Broken links within the site: in bodies, and from withdrawn addresses to their replacements. */
import { addressOf } from '../../../documents/address.ts';
import { formatDate } from '../../../documents/dates.ts';
import type { AnnotatedFile } from '../../../documents/source.ts';
import type { DocumentCollection } from '../../../schema/collection-name.ts';
import { nearest } from '../../../schema/nearest.ts';
import { type Addresses, addressesOf, isResolvable } from '../../addresses.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'link/broken',
  severity: 'error',
  finds: '站内链接打不开：没有那一页，还是草稿，或者没到发布的日子。',
  why: '点了是一片空白，人就走了。',
  write: '照提示里最接近的网址改。',
  bad: [
    '看▶[低保](/policies/di-bap/)。',
    '看▶[上一级](../di-bao/)。',
    {
      body: '看▶[低保](/policies/a/)。',
      files: { 'policies/a.mdx': '---\ndraft: true\n---\n' },
      shown: '[低保](/policies/cao-gao/)（还是草稿）',
    },
    {
      body: '看▶[低保](/policies/a/)。',
      files: { 'policies/a.mdx': '---\npublishOn: 2099-01-01\n---\n' },
      shown: '[低保](/policies/mai-nian/)（定于 2099 年才发布）',
    },
    {
      files: {
        'addresses.yml':
          '- address: /old/\n  since: 2026-01-01\n  withdrawn: 2026-02-01\n  replacedBy: ▶/nowhere/\n',
      },
    },
  ],
  good: [
    '看[怎么申请](/li-zi/)，[政策](/policies/)，[国务院](https://www.gov.cn/)。',
    '打[110](tel:110)，看[下面](#怎么算)。\n\n## 怎么算',
  ],
  check: (content, report) => {
    const addresses = addressesOf(content);
    for (const source of content.sources) {
      for (const { address, offset } of source.links) {
        const target = targetOf(address, source);
        if (target === undefined || isResolvable(target, addresses, source)) continue;
        report(source, offset, wordsFor(target, addresses));
      }
      // In the ledger it is an address; in a policy an id, which is resolved when the files are read.
      if (source.collection !== undefined) continue;
      for (const { path, text, offsets } of source.texts) {
        if (path.length !== 2 || path[1] !== 'replacedBy' || isResolvable(text, addresses)) continue;
        report(source, offsets[0] ?? 0, wordsFor(text, addresses));
      }
    }
  },
};

/** The page that a link points to, from the site's root; undefined for a link to another site or within its page. */
export function targetOf(address: string, source: AnnotatedFile): string | undefined {
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/i.test(address) || address === '') return undefined;
  const from = addressOf(source.collection as DocumentCollection, source.slug);
  const base = new URL(from, 'http://a.example');
  return URL.canParse(address, base) ? decodeURI(new URL(address, base).pathname) : address;
}

function wordsFor(target: string, addresses: Addresses): string {
  const draft = addresses.drafts.get(target);
  if (draft)
    return `${target} 还是草稿（${draft.file}），没有发布，点了会打不开。请先发布它，或者这里先不链接。`;
  const held = addresses.held.get(target);
  if (held)
    return `${target} 定于${formatDate(held.publishOn ?? '')}才发布（${held.file}），在那以前点了会打不开。请等它发布了再链接，或者这一篇的 publishOn 也写成那一天。`;
  const closest = [
    target.replace(/\/?$/, '/'),
    nearest(target, [...addresses.documents.keys(), ...addresses.others], 8),
  ];
  // A suggestion is resolved like any link before it is offered.
  const right = closest.find((address) => address !== undefined && isResolvable(address, addresses));
  return `网站里没有 ${target} 这一页，点了会打不开。${right ? `请改成：${right}` : '请检查网址，或者删掉这个链接。'}`;
}
