/** Placeholders of spreadsheets and word processors for a value or a code: #REF!, ######, HYPERLINK "…". */
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

const PATTERN = new RegExp(
  [
    '[#＃](?:REF[!！]|N/A|VALUE[!！]|DIV/0[!！]|NAME[?？]|NULL[!！]|NUM[!！]|SPILL[!！]|CALC[!！]|FIELD[!！]|BLOCKED[!！]|GETTING_DATA)',
    '[#＃]{4,}',
    '(?<![\\w.])\\d(?:\\.\\d+)?E[+＋-]\\d{2,3}(?!\\w)',
    '\\b(?:HYPERLINK|INCLUDEPICTURE|PAGEREF|NOTEREF|STYLEREF|MERGEFIELD|DOCPROPERTY|FORMTEXT|FORMCHECKBOX)\\b(?:\\s+(?:"[^"]*"|“[^”]*”|\\\\?[\\w*]+))*',
    '\\b(?:TOC|PAGE|NUMPAGES|SEQ|REF|EMBED|LINK|SHAPE|TIME|DATE|EQ|INDEX)\\b\\s+(?:\\\\\\*?|_(?:Toc|Ref)|[\\w.]+\\s+\\\\)[^，。；\\p{Script=Han}]*',
    '\\bEMBED\\s+[A-Z]\\w+(?:\\.\\w+)+',
    '\\bSEQ\\s+[\\w\\p{Script=Han}]{1,8}\\s+(?=\\\\?\\*)',
    '\\\\?\\*\\s*(?:MERGEFORMAT|CHARFORMAT|ARABIC|CHINESENUM\\d?|ROMAN)\\b|_(?:Toc|Ref|Hlk|GoBack)\\d*|MERGEFORMAT',
    '<?!?(?:--)?\\[(?:if|endif)\\b[^\\]]*\\](?:--)?>?|\\b(?:StartFragment|EndFragment|MsoNormal\\w*|MsoListParagraph|mso-[a-z-]+|supportLists|WordDocument)\\b',
    '错误[!！]\\s?(?:未找到引用源|未定义书签|未指定|链接无效|不能识别|文档中没有)|Error! (?:Reference source|Bookmark|Hyperlink)[^。，]*',
    '\\bMACROBUTTON\\s+\\w+|\\bQUOTE\\s+\\\\|[[［【]批注\\s?[A-Za-z]*\\d*[\\]］】]|批注\\s?[[［][^\\]］\\n]{1,16}[\\]］](?:\\s?[：:])?|(?:带格式的|已删除|删除的内容|设置了格式)(?:\\s?[[［][^\\]］\\n]{1,16}[\\]］])?[：:]\\s?(?:字体|缩进|段落|行距|项目符号|编号|正文|居中|[“"])',
    'Normal\\s+0\\s+(?:false|7\\.8)',
    '=(?:SUM|IF|VLOOKUP|COUNT\\w*|AVERAGE|ROUND|TEXT|INDEX|CONCATENATE|TODAY|DATEDIF|LEFT|RIGHT|MID)\\s?\\([^)]*\\)?',
    '\\[object \\w+\\]',
    '(?<!\\d)1(?:900[-/]0?1[-/]0{1,2}(?!\\d)|899[-/年]12[-/月]3[01]日?)',
    '(?<=[\\p{Script=Han}：:，]\\s?|^)(?:undefined|NaN|null|-?Infinity|Invalid Date)(?=\\s?\\p{Script=Han}|[，。、；]|$)',
  ].join('|'),
  'gu',
);

/** A course on spreadsheets names their formulas and errors. */
const LESSON = /公式|单元格|函数|电子表格|Excel|WPS/i;

/** Every alternative of the pattern has one of these; most Chinese texts have none. */
const MAY_HAVE =
  /[A-Z]{2}|[#＃*]|批注|带格式|删除|设置了|\d(?:\.\d+)?E|[<_[=]|[Mm]so|\b(?:undefined|null|NaN|Infinity|Invalid|Normal|Error|supportLists|WordDocument|StartFragment|EndFragment)|错误|1(?:900|899)/;

export const rule: Rule = {
  name: 'text/office-leftover',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '表格和 Word 留下的代码：#REF!、######、1.52E+10、HYPERLINK "…"、[if !supportLists]。',
  why: '该有的数字、电话没有了，读的人只看到代码。',
  write: '回到原来的表格或文档，把真正的内容抄过来；没有用的代码删掉。',
  bad: [
    { fields: 'summary: "每月领▶#REF!元。"' },
    { fields: 'summary: "打▶1.52E+10问，金额▶######。"' },
    '学用函数：▶=SUM(A1:A5) 求和，出来▶#N/A 就是没找到。',
    '看▶HYPERLINK "http://a.cn" 这一页。',
    { body: '见▶错误!未找到引用源。', shown: '见错误!未找到引用源。' },
    '户数：▶NaN户，▶undefined元，人均 ▶Infinity 元，▶Invalid Date 截止。',
    '▶SEQ 图 ▶* ARABIC 1 怎么申请。',
    '▶[if !supportLists]一、▶[endif]带身份证。',
    '分两次发▶批注 [微软用户1]:这里再核一下，▶带格式的: 字体: 小四。',
  ],
  good: [
    '每月领100元。',
    '打12345问。',
    'DATE 是日期的意思。',
    '#1 窗口，C# 培训班，TIME 杂志。',
    '链接写在 LINK 一栏，老师的批注写在边上。',
  ],
  checkFile: forEachText(({ text }, report) => {
    if (!MAY_HAVE.test(text)) return;
    const isLesson = LESSON.test(text);
    for (const { 0: code, index } of text.matchAll(PATTERN))
      report(index, wordsFor(code.trim()), isLesson ? code.trim() : undefined);
  }),
};

function wordsFor(code: string): string {
  const isValue = /^[#＃\d=]|undefined|NaN|null|object|Infinity|Invalid/.test(code);
  return isValue
    ? `「${code}」是表格里的错误或代码，真正的内容没有了。请回到原来的表格，把内容抄过来。`
    : `「${code}」是 Word 里的代码，读的人看不懂。请删掉，只留文字。`;
}
