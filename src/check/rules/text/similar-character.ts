/** A character mistaken for another of nearly the same shape, detected by the words around it: a guess, so a warning. */
import { isMentioned } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { mistakenCharacters } from '../../similar-characters.ts';
import { splitCharactersIn } from '../../split-characters.ts';
import { forEachProse } from '../../texts.ts';

/** The numerals of cheques and receipts. */
const CAPITAL = /[零壹贰叁肆伍陆柒捌玖拾佰仟]/;
/** A lesson about wrong characters. */
const MENTIONS_ERRORS = /错别字|别字|形近字|写混|写反/;

export const rule: Rule = {
  name: 'text/similar-character',
  severity: 'warning',
  finds: '像是认错的字：县入民医院（人民）、派岀所（派出所）、户藉（户籍）、申言青（申请）。',
  why: '字认错了，读的人看不懂，也搜不到。多半是扫描或手写识别弄错的。',
  write: '对照原文看一眼；真是认错的，照提示改。本来就这么写的，不用理会。',
  bad: [
    '去县▶入民医院看病。',
    '到当地▶派岀所开证明。',
    '▶枝术员来教。',
    '带上▶户藉证明。',
    '提出申▶言青，由镇里审▶木亥。',
  ],
  good: [
    '去县人民医院看病。',
    '到当地派出所开证明。',
    '技术员来教。',
    '还不上的，早点说，说清哪天还。',
    '几个形近字校对时要看清。有人写成“报消”，那是错的，应当写“报销”。',
    '今借到人民币贰仟叁佰元整，女子、木木、日月都是字，个人本月的钱。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    if (MENTIONS_ERRORS.test(text)) return;
    for (const { index, written, meant } of splitCharactersIn(text)) {
      const message = `「${written}」像是把「${meant}」拆成了两个字，读的人看不懂，也搜不到。请对照原文，真是认错的就改过来。`;
      report(index, message);
    }
    for (const { index, word, meant } of mistakenCharacters(text)) {
      // 壹仟元整: the end of an amount in words.
      if (CAPITAL.test(word) || CAPITAL.test(text.charAt(index - 1)) || word === '元整') continue;
      if (isMentioned(text, index, index + word.length)) continue;
      report(
        index,
        `「${word}」像是「${meant}」认错了字，读的人看不懂，也搜不到。请对照原文，真是认错的就改过来。`,
      );
    }
  }),
};
