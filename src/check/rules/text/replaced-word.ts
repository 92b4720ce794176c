/** Words that a replacement of all occurrences has broken: 农社区合作社, 社区委会. A guess. */
import { replacedWordsIn } from '../../replaced-words.ts';
import type { Rule } from '../../rule.ts';
import { forEachProse } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/replaced-word',
  severity: 'warning',
  finds: '“全部替换”弄坏的词：农社区合作社（农村）、社区委会（村委会）。',
  why: '读的人看不懂，也搜不到。',
  write: '照提示改回来；替换的时候一处一处看。',
  bad: ['买化肥的到▶农社区专业合作社，▶社区委会和▶社区民小组都有表。'],
  good: ['到农村专业合作社，社区居委会和社区民警都有表。', '全县场所都要查，县里和市里都办。'],
  checkFile: forEachProse(({ text }, report) => {
    for (const { index, written, meant } of replacedWordsIn(text))
      report(index, `「${written}」像是全部替换时弄坏的「${meant}」，读的人看不懂。请对照原文改回来。`);
  }),
};
