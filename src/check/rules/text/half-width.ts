/**
 * Half-width punctuation among Chinese. Our own pattern: autocorrect (12 MB) gives only the line and sets spaces that
 * the site does without; zhlint gives places, but brings 120 packages and takes 9 ms for a document of 1,000 characters.
 */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { overTexts } from '../../texts.ts';

const WIDE: Readonly<Record<string, string>> = {
  ',': '，',
  ';': '；',
  ':': '：',
  '!': '！',
  '?': '？',
  '.': '。',
  '(': '（',
  ')': '）',
};

const CHINESE = `${HAN}，。、；：！？“”（）《》`;
// Between Chinese, at its end, or before it; a point only where no digit or letter follows.
const PATTERN = new RegExp(
  `(?<=[${CHINESE}])[,;!?](?![,;!?])|(?<=[${CHINESE}\\d%])[,;:!?](?=[${CHINESE}])|(?<=[${CHINESE}]):(?!//)` +
    `|(?<=${HAN})\\.(?![\\w.])|\\((?=[^()]*${HAN}[^()]*\\))|(?<=\\([^()]*${HAN}[^()]*)\\)`,
  'gu',
);

export const rule: Rule = {
  name: 'text/half-width',
  severity: 'warning',
  finds: '中文里用了半角标点：, . : ; ! ? ( )。',
  why: '半角标点挤在一起，老人看不清停在哪里。',
  write: '换成中文标点，提示里有改好的字。',
  bad: [
    '带上身份证▶,户口本。',
    '打12345问▶(免费▶)。',
    '马上去办▶!',
    { fields: 'summary: "时间▶:每月一次。"' },
  ],
  good: [
    '带上身份证，户口本。',
    '看https://www.gov.cn/a,b.html 这一页。',
    '利率3.5%，LPR (1Y) 也行。',
    '上午9:30开门。',
  ],
  checkFile: overTexts(({ text, path }, found) => {
    // A web address is no sentence.
    if (path.at(-1) === 'url' || path.at(-1) === 'src') return;
    for (const match of text.matchAll(PATTERN)) {
      const [from, to] = [Math.max(0, match.index - 3), match.index + 4];
      const right = text.slice(from, match.index) + WIDE[match[0]] + text.slice(match.index + 1, to);
      found(match.index, `这里的「${match[0]}」是半角标点，看不清停在哪里。请写成「${right}」。`);
    }
  }),
};
