/** Blanks of a form or letter template: [待填项目], 编号XXXXXX, 请等[  ]天. It may be intended, so a guess. */
import type { AnnotatedFile, SourceText } from '../../../documents/source.ts';
import { cellsToFill, isForm, isSpacedForm, textsOfForms } from '../../form-blanks.ts';
import type { Rule } from '../../rule.ts';
import { forEachText, matchesIn, oncePerText } from '../../texts.ts';

/** Names of template fields: 姓名, 单位名称, X月X日. */
const FIELD =
  '(?:[^\\]】〕［\\[【〔\\n]{0,8}(?:名称|姓名|日期|时间|地点|电话|号码|金额|地址|编号|班级|单位|职务|数量|事由|内容|标题|落款|性别|年龄)|[Xx×某]{1,3}[年月日时县乡镇村局][^\\]】\\n]{0,8})';
/** A form to be filled in by the reader, or the explanation of one. */
const FORM =
  /例如|比如|“[^”_＿]{0,8}[_＿]{2}|[写填]全|[写填][“"]|照自己|照(?:这样|着|下面)p{Script=Han}{0,3}写|[这样]样写[：:]|样本|范[本文]|例文|换成[您你自]|代替|隐去|打码|用[^，。]{0,6}表示|落款|[□☐]|签[名字](?:（[^）]{0,10}）)?[：:]?[ \t]?[_＿]|空着|自己填|横线|空格[里处]|表[格上里][里上]?(?:写|填)|样[表张]|格式|写法|[写填]成/;
const FORM_LABEL =
  /(?:姓名|性别|民族|年龄|电话|手机号?|身份证号码?|住址|地址|签[字名]|盖章|日期|单位|银行卡号|户主|申请人|村民)[：:]?[ \t]?[_＿]{2,}/gu;
/** A single blank after a label is more often one that the writer left. */
const MIN_FORM_LABELS = 2;
const PATTERN = new RegExp(
  [
    `(?<=[\\p{Script=Han}，：:、][ \\t]?)[[［【〔]${FIELD}[\\]］】〕](?!\\()(?=[ \\t]?[\\p{Script=Han}，。])`,
    `^[[［【〔]${FIELD}[\\]］】〕](?!\\()(?=\\p{Script=Han}[^\\n。！？]{0,80}[[［【〔]${FIELD}[\\]］】〕])`,
    '[[［【〔](?:待填|待补|待定|请填|填写|此处|在此|插入|示例|样例|xx)[^\\]］】〕\\n]{0,20}[\\]］】〕]',
    '(?<=\\p{Script=Han})[[［【〔][ \\t\\u3000]{1,10}[\\]］】〕](?=\\p{Script=Han})',
    '[（(](?:此处|在此|请在此|自行)(?:填写|输入|插入|粘贴|替换|删除|修改|加粗|换行|空一?[格行]|待)[^（）()\\n]{0,20}[）)]',
    '[#%](?:\\p{Script=Han}{0,4}(?:姓名|名称|日期|时间|地点|电话|金额|地址))[#%]',
    '(?<![\\dA-Za-z%])%[A-Za-z_]{2,20}%',
    '(?:此处|在此)(?:插入|粘贴|放[图表])\\p{Script=Han}{0,4}',
    '(?:这里|此处|本栏)请?(?:填写|填入|输入)\\p{Script=Han}{2}',
    '(?<![年\\dA-Za-z])[XxＸ×]{1,2}月[XxＸ×]{1,2}日',
    '\\d{4}年[XxＸ×]{1,2}月(?:[XxＸ×]{1,2}日)?',
    '(?<![A-Za-z])(?:YYYY|yyyy)年(?:MM|mm)月(?:(?:DD|dd)日)?',
    '(?<![A-Za-z\\d])[XxＸ×]{1,4}年[XxＸ×]{1,2}月(?:[XxＸ×]{1,2}日)?',
    '(?<![A-Za-z\\d*])[XxＸ×]{2}(?=[村乡镇县市局]|社区)(?![村镇]里)',
    '(?<![A-Za-z\\d*])[XxＸ×]{3,}(?![A-Za-z\\d*])',
    // Blanks to be filled in: 金额：____, 每亩　　　元, 年 月 日, 《》, ●●路.
    '_{4,}|＿{2,}',
    // A field of a mail merge: «户主姓名».
    '«\\p{Script=Han}[^«»\\n]{0,15}»|<<\\p{Script=Han}{2,10}>>',
    '(?<=\\p{Script=Han})[ \\u3000]{3,}(?=[元年月日亩人号，。])',
    '(?<![\\d０-９一二三四五六七八九十〇零XxＸ×某几每当上下本这那个同半整去今明前后])(?:年[ \\u3000]*)?月[ \\u3000]*日(?=[前后起止内，。；至到]|$)',
    '《[ \\u3000]*》|\\d{3,4}-{2,}(?![-\\d])',
    '(?<=[\\p{Script=Han}：])(?<![一二三四五六七八九〇])[●○〇]{2,}(?=[路街村镇乡县市局元年月日号人])',
    // Values and hints of programs.
    '(?<![\\d０-９A-Za-z%])%(?:\\d\\$)?[sd](?![A-Za-z\\d])',
    '(?<![A-Za-z])(?:TODO|TBD|FIXME)(?![A-Za-z])',
    '(?<![A-Za-z])(?:undefined|NaN)(?![A-Za-z])|\\[object Object\\]|\\$\\{[^}\\n]{1,30}\\}',
    '(?:单击|双击|点击)此处(?:添加|编辑|输入)\\p{Script=Han}{0,6}|(?:在此处?|请)(?:输入|键入)(?:正文|标题|内容|文字|文本)(?:…+)?|(?:示例|占位)(?:文字|文本){1,4}|Lorem ipsum',
    '(?<=^|[（(*])\\*{0,3}(?:待补充?|待填写?|待核实|待完善)\\*{0,3}(?=$|[）)*])',
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
    '金额：▶____元，根据▶《》，请于▶月日前报名，共▶%d户。',
    '▶单击此处添加文本。',
    '▶«村名»的▶«户主姓名»：您家的钱发了。',
    '亲爱的▶%name%，▶这里填写简介，▶2026年XX月XX日前交。',
    '发放时间：▶YYYY年MM月DD日。',
    '会议时间：▶____，地点：▶____。申请人每月可以领▶____元。',
    '▶XX村委会，▶X年X月X日，▶（此处填写姓名）。',
  ],
  good: [
    '您申请的低保办好了。',
    '[怎么办](/policies/)，编号见单子，XL 号，XX中学。',
    '- [ ] 带上身份证。',
    '姓名：______，身份证号：______。表格里写：住____村，空着的自己填。',
    {
      body: '| 地块 | 面积 | 签字 |\n| --- | --- | --- |\n| 1 | ____亩 | ____ |\n| 2 | ____亩 | ____ |',
      shown: '| 地块 | 面积 | 签字 | ⏎ | 1 | ____亩 | ____ |',
    },
    '（　　）村（　　）组，户主（　　），情况属实。（盖章）　　年　月　日',
    '日期写成 YYYY年MM月DD日。借条照这样写：“今借到×××人民币××元，×年×月×日前还清。”',
    '电话写全，例如0357-XXXXXXX。申请书上写“我是某某村的×××”。',
    '每年十月十日前交，本月日常工作照旧，存款利率3%，二〇〇五年的老证。',
    '甲　方（出租方）：____。我叫____，今年____岁。',
    '附：回执\n\n单位：____ 参会人数：____人',
    '姓 名 ____ 性 别 ____。编号：____（由窗口填写）',
    '经调查，该户　　　人，劳动力　　　人。调查人：',
    '住在____村____组。满意〔　〕不满意〔　〕。兹证明×××是我村村民。',
    '【时间】周六上午。【地点】村委会。',
  ],
  checkFile: (source, report) => inTexts(source, report, ''),
};

const inTexts = forEachText((cell, report, source) => {
  const { text, part } = cell;
  for (const { 0: found, index } of matchesIn(text, PATTERN)) {
    if (/^(?:[_＿XxＸ×]|yyyy)/i.test(found) && isExplained(text)) continue;
    if (/^[年月][ \u3000]/.test(found) && (isSpacedForm(text) || isForm(text))) continue;
    if (/^[_＿ \u3000×]/.test(found) && (isForm(text) || isAfterFormTitle(cell, source))) continue;
    if (/^[[［【〔][ \t\u3000]/.test(found) && hasEmptyChoices(text)) continue;
    if (/^[_＿]/.test(found) && part === 'cell' && isToFill(cell, source)) continue;
    const message = `「${found.trim()}」像是模板里还没有填的，该说的事没有说。请填上；还不知道的，写明问谁。`;
    report(index, message);
  }
});

let lastFilled: { source: AnnotatedFile; cells: ReadonlySet<SourceText> } | undefined;

/** Whether a cell is one to be filled in; the tables of a file are read once. */
function isToFill(cell: SourceText, source: AnnotatedFile): boolean {
  if (lastFilled?.source !== source) lastFilled = { source, cells: cellsToFill(source) };
  return lastFilled.cells.has(cell);
}

let lastForms: { source: AnnotatedFile; texts: ReadonlySet<SourceText> } | undefined;

/** Whether a text is below the title of a form; the titles of a file are looked for once. */
function isAfterFormTitle(text: SourceText, source: AnnotatedFile): boolean {
  if (lastForms?.source !== source) lastForms = { source, texts: textsOfForms(source) };
  return lastForms.texts.has(text);
}

/** 满意〔　〕一般〔　〕: choices to be marked, unlike a single empty bracket. */
const EMPTY_CHOICE = /[[［【〔][ \t\u3000]{1,10}[\]］】〕](?![元天日月年岁人户亩块万次%％])/g;
const hasEmptyChoices = oncePerText((text) => (text.match(EMPTY_CHOICE)?.length ?? 0) >= MIN_FORM_LABELS);

const isExplained = oncePerText(
  (text) => FORM.test(text) || (text.match(FORM_LABEL)?.length ?? 0) >= MIN_FORM_LABELS,
);
