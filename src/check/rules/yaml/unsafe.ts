/** YAML features that expand to content that is not in the file. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'yaml/unsafe',
  severity: 'error',
  finds: '用了 &、* 或 ! 开头的写法。',
  why: '它能生出没有写过的东西，内容只能是文字。',
  write: '普通文字请用英文引号括起来。',
  bad: [
    { fields: 'title: ▶!!js/function "x"' },
    { fields: 'title: &a ▶一\nsummary: ▶*a' },
    { fields: 'title: ▶!important 一' },
  ],
  good: [{ fields: 'title: "!一定要看"' }],
};
