/** A missing required field. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/missing-field',
  severity: 'error',
  finds: '少写了必须写的字段。',
  why: '页面上缺一块，读的人办不成事。',
  write: '照提示里的例子补上。',
  bad: [{ files: { 'contacts/zhen.yml': '▶id: zhen\nname: 镇政府\nfor: 咨询\n' } }],
  good: [{ collection: 'policies' }],
};
