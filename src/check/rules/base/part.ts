/** A named part of a body that cannot be placed. Reported when the files are read. */
import { exampleDocuments } from '../../example-folder.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'base/part',
  severity: 'error',
  finds: '正文里有名字的一段（Part）没有写完整，或者上级的正文里没有这一段。',
  why: '写的字不知道放在哪里，读的人看不到。',
  write: '照提示里的名字写；一段用单独一行 </Part> 结束。',
  bad: [
    { body: '▶<Part name="在哪里办">\n\n去镇政府。' },
    {
      files: {
        'site.yml': 'name: 示例县明白纸\nurl: https://www.county.example/\nextends: ../province\n',
        'pages/ban-li.mdx': '---\ninherits: rest\n---\n\n▶<Part name="去哪儿">\n\n去镇政府。\n\n</Part>\n',
        '../province/pages/ban-li.mdx': `---\n${exampleDocuments.pages}\n---\n\n<Part name="在哪里办">\n\n去乡镇政府。\n\n</Part>\n`,
      },
    },
  ],
  good: [{ body: '<Part name="在哪里办">\n\n去镇政府。\n\n</Part>' }],
};
