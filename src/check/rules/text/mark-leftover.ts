/** Marks of Markdown, wikis and mail that no parser has used: the reader sees them as typed. */
import { SURNAMES } from '../../person-names/surnames.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch, oncePerText } from '../../texts.ts';

const PATTERN = new RegExp(
  [
    // Bold that does not close, but no masked digits and no power.
    '(?<![*\\d\\\\])\\*\\*(?![*\\d])',
    '!\\[|\\](?=\\()|\\[\\[|\\]\\]|\\[\\^\\d{1,3}\\]|\\[TOC\\]',
    // Pictures of chat messages, the frame of a web page, the end of a mail.
    '[\\[【](?:图片|表情|文件|链接|视频|语音|附件|动画表情)[\\]】]',
    '分享到[：:]|(?:点击查看|阅读)原文[ \\t]*[>＞]{1,2}|Sent from my \\w+|(?<!-)-{2,20}[ \\t]?(?:原始邮件|转发的?邮件|Original Message)',
    '~~|```|^:{3,}[ \\t]?\\w{0,12}',
    // A table whose lines were joined.
    '\\|[ \\t]*:?-{3,}:?[ \\t]*\\|(?=[ \\t]*[^\\s])',
    '^#{1,6}(?=[ \\t]?[\\p{Script=Han}#])|(?<=\\p{Script=Han})[ \\t]?#{2,6}$',
    '^(?:[>＞][ \\t]?){2,6}',
  ].join('|'),
  'gmu',
);

export const rule: Rule = {
  name: 'text/mark-leftover',
  severity: 'warning',
  finds: '没有用上的排版记号：只有一半的 **、## ##、[文字](、~~、[图片]、邮件里的 >>。',
  why: '读的人会看到一堆符号，朗读也会念出来。',
  write: '删掉记号；要加粗、要链接，前后两半都写全。',
  bad: [
    '带上▶**身份证，到镇上办。',
    '详见[办事指南▶](',
    '▶[图片]领取地点在镇政府。▶分享到：微信',
    '▶> > 请各村报名单。\n> > 周四前交。',
    { fields: 'summary: 原来的▶~~标准▶]]新标准。' },
    '标准如下：| 等级 | 每月 |▶| --- | --- || 一级 | 120元 |请对照。',
    { fields: "summary: '▶>> 转发：请带证件。'" },
  ],
  good: [
    '带上**身份证**，看[主页](/)。',
    '张**领了补贴，手机号138****5678，2**3是八。',
    '打#号键，按*号键，#惠民#。',
    '```\n**只有一半\n```',
  ],
  checkFile: (source, report, beyond) => {
    checkMarks(source, report, beyond);
    const body = source.source.slice(source.bodyOffset);
    const quoted = NESTED_QUOTE.exec(body);
    if (quoted !== null) {
      const message = '「> >」是邮件一层层转发留下的记号，页面上会缩进两层。请删掉每行开头的 >，只留文字。';
      report(source, source.bodyOffset + quoted.index, message);
    }
  },
};

/** Two levels of a quotation at the beginning of a line: nobody but a mail program writes them. */
const NESTED_QUOTE = /^[ \t]{0,3}>[ \t]?>/m;

const checkMarks = forEachMatch(PATTERN, ([found], { text, path }) => {
  if (['url', 'src'].includes(String(path.at(-1)))) return undefined;
  if (found === '**' && isMask(text)) return undefined;
  return `「${found.trim()}」是排版的记号，没有起作用，读的人看到的就是这个符号。请删掉，或者把另一半补上。`;
});

const MASKED_NAME = /(\p{Script=Han})\*\*(?!\*)/gu;

/** Whether the asterisks of a text hide the given names of people: 张**. */
const isMask = oncePerText(
  (text) =>
    /密码|星号|隐去|打码|显示/.test(text) ||
    Array.from(text.matchAll(MASKED_NAME)).some(([, before = '']) => SURNAMES.has(before)),
);
