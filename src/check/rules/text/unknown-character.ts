/** Characters that no official text has and no simplified form stands for: what is left of an encoding gone wrong. */
import { HAN, simplified, standardCharacters } from '../../characters.ts';
import { namesOf } from '../../names.ts';
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'text/unknown-character',
  severity: 'warning',
  finds: '《通用规范汉字表》里没有的字：鶎、乴。',
  why: '多半是乱码；就算不是，很多手机也显示成方块。',
  write: '对照原文换成对的字。地名、人名里真有这个字，写进地方、人名的记录里就不再提醒。',
  bad: ['确▶鶎发到手里。'],
  good: ['确保发到手里。'],
  check: (content, report) => {
    const names = namesOf(content);
    for (const source of content.sources) {
      for (const { text, offsets, part } of source.texts) {
        if (part === 'code') continue;
        for (const { 0: character, index } of text.matchAll(new RegExp(HAN, 'gu'))) {
          if (standardCharacters.has(character) || names.has(character) || character === '〇') continue;
          if (standardCharacters.has(simplified(character))) continue;
          const words = `「${character}」不在《通用规范汉字表》里，多半是乱码，很多手机显示不出来。`;
          report(source, offsets[index] ?? 0, `${words}请对照原文换成对的字。`);
        }
      }
    }
  },
};
