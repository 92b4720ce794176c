/** Blanks of a form or letter template: [待填项目], 编号XXXXXX, 请等[  ]天. It may be intended, so a guess. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

/** Names of template fields: 姓名, 单位名称, X月X日. */
const FIELD =
  '(?:[^\\]】〕［\\[【〔\\n]{0,8}(?:名称|姓名|日期|时间|地点|电话|号码|金额|地址|编号|班级|单位|职务|数量|事由|内容|标题|落款|性别|年龄)|[Xx×某]{1,3}[年月日时县乡镇村局][^\\]】\\n]{0,8})';
const PATTERN = new RegExp(
  [
    `(?<=[\\p{Script=Han}，：:、][ \\t]?)[[［【〔]${FIELD}[\\]］】〕](?!\\()(?=[ \\t]?[\\p{Script=Han}，。])`,
    `^[[［【〔]${FIELD}[\\]］】〕](?!\\()(?=\\p{Script=Han}[^\\n。！？]{0,80}[[［【〔]${FIELD}[\\]］】〕])`,
    '[[［【〔](?:待填|待补|待定|请填|填写|此处|在此|插入|示例|样例|xx)[^\\]］】〕\\n]{0,20}[\\]］】〕]',
    '(?<=\\p{Script=Han})[[［][ \\t\\u3000]{1,10}[\\]］](?=\\p{Script=Han})',
    '[（(](?:此处|在此|请在此|自行)(?:填写|输入|插入|粘贴|替换)[^（）()\\n]{0,20}[）)]',
    '[#%](?:\\p{Script=Han}{0,4}(?:姓名|名称|日期|时间|地点|电话|金额|地址))[#%]',
    '(?<![A-Za-z\\d])[XxＸ×]{1,4}年[XxＸ×]{1,2}月(?:[XxＸ×]{1,2}日)?',
    '(?<![A-Za-z\\d*])[XxＸ×]{2}(?=[村乡镇县市局]|社区)(?![村镇]里)',
    '(?<![A-Za-z\\d*])[XxＸ×]{3,}(?![A-Za-z\\d*])',
  ].join('|'),
  'gmu',
);

export const rule: Rule = {
  name: 'text/template-leftover',
  severity: 'warning',
  finds: '模板里还没有填的地方：[待填项目]、编号XXXXXX、等[  ]天。',
  why: '该说的事没有说，读的人不知道是哪一项、要等几天。',
  write: '填上真的内容；还不知道的，写明问谁。',
  bad: [
    '您申请的▶[待填项目]办好了。',
    '通知：▶【乡镇名称】定于▶【X月X日】召开▶【会议名称】，请参加。',
    '亲爱的 ▶[姓名] 家长，请注册。',
    '等▶[  ]天，编号▶XXXXXX。',
    '▶XX村委会，▶X年X月X日，▶（此处填写姓名）。',
  ],
  good: [
    '您申请的低保办好了。',
    '[怎么办](/policies/)，编号见单子，XL 号，XX中学。',
    '- [ ] 带上身份证。',
    '【时间】周六上午。【地点】村委会。',
  ],
  checkFile: forEachMatch(PATTERN, ([found], { part }) => {
    if (part === 'code') return undefined;
    return `「${found.trim()}」像是模板里还没有填的，该说的事没有说。请填上；还不知道的，写明问谁。`;
  }),
};
