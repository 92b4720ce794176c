/** A base that could be anywhere on the machine. Reported when the files are read. */
import type { Rule } from '../../rule.ts';

const site = 'name: 示例县明白纸\nurl: https://www.county.example/\n';

export const rule: Rule = {
  name: 'base/unsafe',
  severity: 'error',
  finds:
    'extends 写的文件夹是一个链接，或者推送的、取来的内容把它写到了自己的仓库外面，或者写了没有准许的仓库。',
  why: '谁能改内容，谁就能让这台机器读别的文件夹、连别的服务器。',
  write: '写放着上级内容的那个文件夹；推送的，把上级的内容放进仓库，或者请管服务器的人准许那个仓库。',
  bad: [
    {
      files: {
        'site.yml': `${site}extends: ▶../province\n`,
        '../elsewhere/site.yml': site,
        '../province': { linkTo: 'elsewhere' },
      },
      shown: 'extends: ../province（province 是一个链接）',
    },
  ],
  good: [
    {
      files: { 'site.yml': `${site}extends: ../province\n`, '../province/site.yml': site },
      shown: 'extends: ../province',
    },
  ],
};
