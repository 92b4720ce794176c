/** A content folder that is its own base, by itself or through others. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = (base?: string) =>
  `name: 示例县明白纸\nurl: https://www.county.example/\n${base === undefined ? '' : `extends: ${base}\n`}`;

export const rule: Rule = {
  name: 'base/circle',
  severity: 'error',
  finds: '上级的上级又回到自己，或者两份内容一个在另一个里面。',
  why: '分不清哪一份在上面，读出来的内容不对。',
  write: '改掉其中一个 extends。',
  bad: [
    { files: { 'site.yml': site('../province'), '../province/site.yml': site('▶../content') } },
    { files: { 'site.yml': site('▶../content') } },
  ],
  good: [
    {
      files: {
        'site.yml': site('../city'),
        '../city/site.yml': site('../province'),
        '../province/site.yml': site(),
      },
      shown: '县 → 市 → 省 → 国家',
    },
  ],
};
