/** A reference to something that does not exist. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'schema/unknown-reference',
  severity: 'error',
  finds: '写的 id 没有对应的文件。',
  why: '点了会打不开。',
  write: '照提示里最接近的 id 改，或者先建那个文件。',
  bad: [{ collection: 'policies', fields: 'audiences: [▶lao-rem]' }, '▶<Call contact="tel-1234" />'],
  good: [{ collection: 'policies', fields: 'audiences: [lao-ren]' }],
};
