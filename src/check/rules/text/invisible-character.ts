/** Characters that nobody sees: zero width, direction marks, private use. They break search, reading aloud and links. */
import type { Rule } from '../../rule.ts';
import { overMatches } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/invisible-character',
  severity: 'error',
  finds: '看不见的字符：零宽空格、方向控制符、私用区的字。',
  why: '看着没事，可是搜不到，朗读会断，有的手机显示成方块。',
  write: '删掉它，把这几个字重新打一遍。',
  bad: [
    { body: '带上身▶\u200b份证。', shown: '带上身（零宽空格）份证。' },
    { fields: 'title: "▶\\u202e贴补怎么领"' },
    '去▶\ue5e5镇里。',
  ],
  good: ['带上身份证。', '一家人👨‍👩‍👧都算。'],
  checkFile: overMatches(
    // A joiner between two emoji makes them one picture.
    /(?:(?!(?<=\p{Extended_Pictographic}\uFE0F?)\u200D)[\u00AD\u200B-\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF\p{Co}]|(?!\n|\t)\p{Cc})+/gu,
    (match, { text }) => {
      const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
      const around = text.slice(Math.max(0, match.index - 3), match.index);
      return `「${around}」后面有一个看不见的字符（U+${code}），搜不到，朗读会断。请删掉，重新打这几个字。`;
    },
  ),
};
