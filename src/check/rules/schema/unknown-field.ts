/** An unknown field, most often a typing error. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/unknown-field',
  severity: 'error',
  finds: '字段名写错了。',
  why: '写了也不会显示。',
  write: '照提示里最接近的名字改。',
  bad: [{ collection: 'policies', fields: '▶sumary: 收入低的可以申请。' }],
  good: [{ collection: 'policies' }],
};
