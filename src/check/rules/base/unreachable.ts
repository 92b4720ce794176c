/** A base in a repository that cannot be fetched. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = (base: string) => `name: 示例县明白纸\nurl: https://www.county.example/\nextends: ${base}\n`;
const pin = `pin:\n  repository: ../no-such.git\n  commit: ${'0'.repeat(40)}\n`;

export const rule: Rule = {
  name: 'base/unreachable',
  severity: 'error',
  finds: 'extends 写的仓库取不到：没有网络，地址不对，要密码，或者记下的那一版已经没有了。',
  why: '上级写的那些网页会一下子全没了。',
  write: '照提示看网络、地址和密码。这台机器取过的那一版，没有网络也能用。',
  bad: [
    {
      files: { 'site.yml': site('▶../no-such.git'), 'bases.yml': pin },
      shown: 'extends: https://git.province.example/no-such.git',
    },
  ],
  good: [
    {
      files: { 'site.yml': site('../province'), '../province/site.yml': site('').split('\n')[0] ?? '' },
      shown: 'extends: https://git.province.example/mingbai.git//content',
    },
  ],
};
