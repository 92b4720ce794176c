/** A base that is not there. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = (base: string) => `name: 示例县明白纸\nurl: https://www.county.example/\nextends: ${base}\n`;

export const rule: Rule = {
  name: 'base/missing',
  severity: 'error',
  finds: 'extends 写的上级内容读不到。',
  why: '上级写的那些网页会一下子全没了。',
  write: '把 extends 改成上级内容现在的地方。',
  bad: [
    { files: { 'site.yml': site('▶../no-such-folder') } },
    { files: { 'site.yml': site('▶../province'), '../province/notes.txt': '别的东西' } },
  ],
  good: [
    {
      files: { 'site.yml': site('../province'), '../province/site.yml': site('').split('\n')[0] ?? '' },
      shown: 'extends: ../province',
    },
  ],
};
