/** A file with nothing in it. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/empty',
  severity: 'error',
  finds: '空文件。',
  why: '点开什么也没有。',
  write: '写上内容，或者删掉文件。',
  bad: [{ files: { 'policies/a.mdx': '▶\n\n' }, shown: '（空文件）' }],
  good: [{ collection: 'policies' }],
};
