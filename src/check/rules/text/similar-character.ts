/** A character mistaken for another of nearly the same shape, detected by the words around it: a guess, so a warning. */
import type { Rule } from '../../rule.ts';
import { mistakenCharacters } from '../../similar-characters.ts';
import { forEachProse } from '../../texts.ts';

/** A lesson about wrong characters. */
const MENTIONS_ERRORS = /错别字|别字|形近字|写混|写反/;

export const rule: Rule = {
  name: 'text/similar-character',
  severity: 'warning',
  finds: '像是认错的字：县入民医院（人民）、派岀所（派出所）、户藉（户籍）。',
  why: '字认错了，读的人看不懂，也搜不到。多半是扫描或手写识别弄错的。',
  write: '对照原文看一眼；真是认错的，照提示改。本来就这么写的，不用理会。',
  bad: ['去县▶入民医院看病。', '到当地▶派岀所开证明。', '▶枝术员来教。', '带上▶户藉证明。'],
  good: [
    '去县人民医院看病。',
    '到当地派出所开证明。',
    '技术员来教。',
    '还不上的，早点说，说清哪天还。',
    '几个形近字校对时要看清。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    if (MENTIONS_ERRORS.test(text)) return;
    for (const { index, word, meant } of mistakenCharacters(text)) {
      // 壹仟元整: the end of an amount in words.
      if (word === '元整') continue;
      report(
        index,
        `「${word}」像是「${meant}」认错了字，读的人看不懂，也搜不到。请对照原文，真是认错的就改过来。`,
      );
    }
  }),
};
