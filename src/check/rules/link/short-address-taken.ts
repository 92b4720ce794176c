/** Two documents with the same short address. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'link/short-address-taken',
  severity: 'error',
  finds: '两篇文章算出同一个短网址 /s/…/。',
  why: '扫了海报上的二维码，不知道该去哪一个。',
  write: '给还没发布的那一篇换个文件名。',
  bad: [
    {
      collection: 'policies',
      slug: 'di-bao-can-ji-2013-4',
      files: {
        'addresses.yml':
          '- address: /notices/jiao-yu-fu-nv-2028-3/\n  since: 2025-11-01\n  withdrawn: 2026-01-01\n',
      },
      expected: ['content/policies/di-bao-can-ji-2013-4.mdx:1:1'],
      shown: '（两篇的短网址都是 /s/3gr4j/）',
    },
  ],
  good: [{ shown: '（文件名不同，短网址也不同）' }],
};
