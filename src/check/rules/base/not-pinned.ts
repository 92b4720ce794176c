/** A base in a repository without a recorded commit. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = (base: string) => `name: 示例县明白纸\nurl: https://www.county.example/\nextends: ${base}\n`;

export const rule: Rule = {
  name: 'base/not-pinned',
  severity: 'error',
  finds: 'extends 写的是一个仓库，却没有记下用它的哪一版。',
  why: '上级一改，这里的网页就跟着变，没有人看过；两台机器做出来的也不一样。',
  write: '运行 npx mingbai bases --update，把它写的 bases.yml 一起提交。',
  bad: [
    {
      files: { 'site.yml': site('▶https://git.province.example/mingbai.git//content') },
      shown: 'extends: https://git.province.example/mingbai.git//content',
    },
  ],
  good: [
    {
      files: { 'site.yml': site('../province'), '../province/site.yml': site('').split('\n')[0] ?? '' },
      shown: 'extends: https://git.province.example/mingbai.git//content（bases.yml 里记着是哪一版）',
    },
  ],
};
