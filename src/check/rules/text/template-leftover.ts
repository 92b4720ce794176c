/** What a form or a letter template left to be filled in: [待填项目], 编号XXXXXX, 请等[  ]天. It may be meant, so a guess. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

const PATTERN = new RegExp(
  [
    '[[［【〔](?:待填|待补|待定|请填|填写|此处|在此|插入|示例|样例|xx)[^\\]］】〕\\n]{0,20}[\\]］】〕]',
    '(?<=\\p{Script=Han})[[［][ \\t\\u3000]{1,10}[\\]］](?=\\p{Script=Han})',
    '(?<![A-Za-z\\d*])[XxＸ×]{3,}(?![A-Za-z\\d*])',
  ].join('|'),
  'gu',
);

export const rule: Rule = {
  name: 'text/template-leftover',
  severity: 'warning',
  finds: '模板里还没有填的地方：[待填项目]、编号XXXXXX、等[  ]天。',
  why: '该说的事没有说，读的人不知道是哪一项、要等几天。',
  write: '填上真的内容；还不知道的，写明问谁。',
  bad: ['您申请的▶[待填项目]办好了。', '等▶[  ]天，编号▶XXXXXX。'],
  good: ['您申请的低保办好了。', '[怎么办](/policies/)，编号见单子，XL 号，XX中学。', '- [ ] 带上身份证。'],
  checkFile: forEachMatch(PATTERN, ([found], { part }) => {
    if (part === 'code') return undefined;
    return `「${found.trim()}」像是模板里还没有填的，该说的事没有说。请填上；还不知道的，写明问谁。`;
  }),
};
