/** Fields that cannot be parsed. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'yaml/syntax',
  severity: 'error',
  finds: '字段的写法读不出来：引号、冒号、缩进。',
  why: '整篇读不出来。',
  write: '照提示检查这一行和上一行。',
  bad: [{ fields: 'order: "1▶' }, { fields: 'order: 1\n▶order: 2' }],
  good: [{ fields: 'order: 1' }],
};
