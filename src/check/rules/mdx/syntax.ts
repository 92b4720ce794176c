/** A body that cannot be parsed. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'mdx/syntax',
  severity: 'error',
  finds: '正文的尖括号、花括号没有配对。',
  why: '整篇读不出来。',
  write: '照提示补上结束的标签，或者写成 \\< 和 \\{。',
  bad: ['一共 ▶{没完', '▶<Note>\n\n没有收尾', '一▶<br>二</br>三'],
  good: ['一共 \\{没完\\}。'],
};
