/** A file of another kind. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/ending',
  severity: 'error',
  finds: '文件的结尾不对：文章是 .mdx，记录是 .yml。',
  why: '这个文件不会发布。',
  write: '改名，或者挪到别处。',
  bad: [
    {
      files: { 'policies/a.md': '▶---\n---\n', 'pages/tu.svg': '▶<svg onload="alert(1)"/>' },
      shown: 'di-bao.md',
    },
  ],
  good: [{ collection: 'policies', shown: 'di-bao.mdx' }],
};
