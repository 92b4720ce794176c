/**
 * Letters that a symbol font showed as a mark: bullets of Wingdings (ü, Ø, l), ≥ and ≤ of Symbol (³, £), and © made of (c) by the correction of
 * an office program. Without the font the reader sees the letter. A guess.
 */
import type { Rule } from '../../rule.ts';
import { forEachProse, matchesIn } from '../../texts.ts';

/** In Wingdings a tick, an arrow, a dot, a square; they begin a line. */
const BULLET = /^[ \t]*([üûØÜ§¨²à]|[lnuvqpF](?=[ \t]))[ \t]*(?=[\p{Script=Han}\d“《])/gmu;
/** One letter of the Latin alphabet before a word may be its number. */
const MIN_BULLETS = 2;
const WITHIN =
  /(?<=\p{Script=Han})[³£¹]{1}(?=\d+(?:\.\d+)?(?:周?岁|年|元|万|亩|人|分|%|％|平|公?斤|℃|个|天|月|级))|(?<=\d)[´¸](?=\d)|(?<=[，。；：、\s]|^)[©®](?=\p{Script=Han}{2})(?!版权)/gu;
const MEANT: Readonly<Record<string, string>> = {
  '³': '≥',
  '£': '≤',
  '¹': '≠',
  '´': '×',
  '¸': '÷',
  '©': '(c)',
  '®': '(r)',
};

export const rule: Rule = {
  name: 'text/symbol-font',
  severity: 'warning',
  finds: '符号字体变成的字母：行首的 ü、Ø、l，³55周岁（≥）、£1年（≤），(a)(b)©。',
  why: '手机上没有那种字体，读的人看到的是一个莫名其妙的字母；大于小于会看成别的。',
  write: '换成真正的符号或者文字：每条前面写 -，“满55周岁”“不到1年”。',
  bad: [
    '▶ü 身份证原件\n▶ü 户口本\n▶Ø 诊断证明\n▶l 银行卡',
    '女性▶³55周岁、工龄▶£1年的，5▶´8米。',
    '(a)有车的；(b)有房的；▶©办了公司的。',
  ],
  good: ['女性≥55周岁，体积5m³，£5，10³。', 'A 身份证\nB 户口本', '© 清水县政府版权所有', '维生素 l 型'],
  checkFile: (source, report, beyond) => {
    checkWithin(source, report, beyond);
    // The lines of the file: a paragraph has them as one text.
    const body = source.source.slice(source.bodyOffset);
    const bullets = Array.from(matchesIn(body, BULLET));
    const isList = bullets.length >= MIN_BULLETS || bullets.some(([, mark = '']) => /[^a-zA-Z]/.test(mark));
    for (const { 0: found, 1: mark = '', index } of isList ? bullets : []) {
      const message = `行首的「${mark}」是符号字体里的记号，手机上显示成字母。请删掉，每条前面写 - 加一个空格。`;
      report(source, source.bodyOffset + index + found.indexOf(mark), message);
    }
  },
};

const checkWithin = forEachProse(({ text }, report) => {
  for (const { 0: mark, index } of matchesIn(text, WITHIN)) {
    if (/[©®]/.test(mark) && !/[(（][abAB][)）]/.test(text)) continue;
    const around = text.slice(index, index + 4);
    report(
      index,
      `「${around}」里的「${mark}」像是「${MEANT[mark]}」变的，读的人看不懂。请对照原文换成对的字。`,
    );
  }
});
