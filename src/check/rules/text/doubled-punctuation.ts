/** Doubled punctuation. Two different marks are those of a lost clause: clashing-marks.ts. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/doubled-punctuation',
  severity: 'warning',
  finds: '标点重复：。。、，，、！！！、...。',
  why: '不知道一句话到哪里完，朗读也会停错。',
  write: '只留一个；省略号写成……。',
  bad: ['先去问▶。。', '带上身份证▶，，户口本。', '马上办▶！！', '还有▶。。。'],
  good: ['先去问。', '真的吗？！', '还有很多……', '他说：“行。”'],
  checkFile: forEachMatch(
    /(?<![，。、；：])([，。、；：])\1+(?![，。、；：！？])|！{2,}|？{2,}|(?<![.\w])\.{3,}|(?<!…)…(?!…)/gu,
    ([found]) => {
      const right = /^(?:。{3,}|\.{3,}|…)$/.test(found)
        ? '……'
        : ([...found].find((mark) => /[。！？]/.test(mark)) ?? found[0]);
      return `「${found}」标点写重了，读的人不知道停在哪里。请写成「${right}」。`;
    },
  ),
};
