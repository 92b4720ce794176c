/** A value that does not fit the schema. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/wrong-value',
  severity: 'error',
  finds: '字段的内容不合规定：太长、日期不对、选项里没有。',
  why: '页面会显示错，或者显示不全。',
  write: '照提示里的例子改。',
  bad: [{ collection: 'policies', fields: 'reviewBy: ▶2027-02-30' }],
  good: [{ collection: 'policies' }],
};
