/** A document without fields. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/no-fields',
  severity: 'error',
  finds: '文件开头没有两行 --- 和中间的字段。',
  why: '整篇读不出来。',
  write: '照别的文件写上字段。',
  bad: [{ files: { 'policies/a.mdx': '▶只有正文\n' } }],
  good: [{ collection: 'policies' }],
};
