/** No content folder. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'file/no-content',
  severity: 'error',
  finds: '没有内容文件夹。',
  why: '没有东西可以发布。',
  write: '检查名字，或者用 --content 指明。',
  bad: [{ isMissing: true, expected: ['content:1:1'], shown: '（没有 content 文件夹）' }],
  good: [{ shown: 'content/' }],
};
