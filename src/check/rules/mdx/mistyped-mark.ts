/** Marks of a Chinese keyboard, or missing spaces, where Markdown requires its own marks: the reader sees them as typed. */
import { mistypedMarks } from '../../mistyped-marks.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'mdx/mistyped-mark',
  severity: 'warning',
  finds: '打错的 Markdown 记号：[低保]（/policies/…）、##标题、-带身份证、｜表｜、＊＊重点＊＊。',
  why: '链接点不开，标题、列表和表格不成样子，读的人看到一堆符号。',
  write: '照提示里的写，多半是全角换半角，或者记号后面空一格。',
  bad: [
    '看▶[低保]（/policies/di-bao/）这一页。',
    '看▶【低保】（/policies/di-bao/）这一页。',
    '照着做。\n\n▶##没有空格的标题\n\n照着做。',
    '照着做。\n\n▶＃ 标题\n\n照着做。',
    '▶-带身份证\n▶-带户口本',
    '▶1.先去村里\n▶2.再去镇里',
    '▶｜ 项 ｜ 值 ｜\n▶｜---｜---｜\n▶｜ 甲 ｜ 1 ｜',
    '▶__截止日期：__六月，▶**身份证＊＊要带。',
    '下载▶[申请表](/files/申请表 2026.pdf)。',
    '▶＜Note＞\n\n记住。',
  ],
  good: [
    '## 标题\n\n- 带身份证\n- 带户口本\n\n1. 先去村里\n2. 再去镇里',
    '带＊号的必填，【说明】（不收钱），#1 窗口，#惠民政策#。',
    '| 项 | 值 |\n|---|---|\n| 甲 | 1 |\n表下面的话。',
    '```\n##标题\n```',
    '-5℃ 以下不收。\n\n1.5元一斤。',
    '**身份证**要带。',
    '附件：1．补贴标准表\n　　　2．申报材料清单',
  ],
  checkFile: (source, report) => {
    const body = source.source.slice(source.bodyOffset);
    for (const { index, found, right } of mistypedMarks(body)) {
      const shown = right.replace(/\n/g, '⏎');
      const words = `「${found}」这样写，页面上原样显示。请写成「${shown}」。`;
      report(source, source.bodyOffset + index, words);
    }
  },
};
