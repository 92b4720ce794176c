/** A former address that belongs to another document. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'link/alias-taken',
  severity: 'error',
  finds: '旧地址已经是别的页的网址。',
  why: '点了不知道该去哪一个。',
  write: '删掉其中一个。',
  bad: [
    {
      fields: 'aliases: [/a/]',
      files: {
        'pages/a.mdx':
          '---\ntitle: 一\nsummary: 二\nreviewedOn: 2026-11-20\nreviewBy: 2027-05-20\n---\n\n正文。\n',
      },
      expected: ['content/pages/li-zi.mdx:1:1'],
    },
  ],
  good: [{ fields: 'aliases: [/old-name/]' }],
};
