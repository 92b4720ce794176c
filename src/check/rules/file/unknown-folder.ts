/** A folder that is none of the collections. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/unknown-folder',
  severity: 'warning',
  finds: '不认识的文件夹。',
  why: '里面的东西不会发布。',
  write: '照提示里最接近的名字改。',
  bad: [{ files: { 'polices/a.mdx': '---\n---\n' }, expected: ['content/polices:1:1'], shown: 'polices/' }],
  good: [{ collection: 'policies', shown: 'policies/' }],
};
