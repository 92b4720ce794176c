/** Pasted spaces: full-width and non-breaking ones, and those between the characters of a word. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch, oncePerText } from '../../texts.ts';

const hasBoxes = oncePerText((text) => /[□☐☑]/.test(text));
const PUNCTUATION = '，。、；：！？';

export const rule: Rule = {
  name: 'text/pasted-space',
  severity: 'warning',
  finds: '汉字中间多出来的空格，全角空格、Tab 和网页里的硬空格。',
  why: '字会散开，朗读时会断错，搜也搜不到。',
  write: '删掉空格。并列的几样东西用顿号隔开。',
  bad: ['带上身▶ 份证。', '▶\u3000\u3000先去乡镇政府。', '身▶\t份证。', '带上户口本▶&nbsp;和银行卡。'],
  good: [
    '带上身份证。',
    '打印在 A4 纸上。',
    '利率 3.5% 左右。',
    '是□　否□',
    '性别：□男 □女 民族：',
    '□同意　□不同意',
    '√ 同意　× 不同意',
    '☐ 已交　☑ 已审　☒ 退回',
    '姓名：____　电话：____',
    '☎ 咨询　✉ 信箱　⏰ 时间',
    '□ 我同意　签名：____',
    '㈠谁能领　㈡领多少',
  ],
  checkFile: forEachMatch(
    new RegExp(
      `(?<=[${HAN}${PUNCTUATION}])[ \\t\\u00a0\\u3000]+(?=[${HAN}${PUNCTUATION}])|(?<![□☐■☑☒_＿])[\\t\\u00a0\\u1680\\u2000-\\u200a\\u202f\\u205f\\u3000]+(?![□☐■☑☒_＿√×△○◯✓✔✗✘\\p{So}㈠-㈩①-⑳⑴-⑽⒈-⒛])`,
      'gu',
    ),
    (match, { text, part }) => {
      // The choices of a form are separated by spaces.
      if (/^[ \u3000]$/.test(match[0]) && hasBoxes(text)) return undefined;
      // A list on one line, as in a cell or a field, may be separated by spaces on purpose.
      if (match[0].trim() === '' && part === 'heading' && match[0] === ' ') return undefined;
      const [from, to] = [match.index, match.index + match[0].length];
      const right = (text.slice(Math.max(0, from - 2), from) + text.slice(to, to + 2)).trim();
      return `这里多了空格，字会散开，朗读会断错。请删掉，写成「${right}」。`;
    },
  ),
};
