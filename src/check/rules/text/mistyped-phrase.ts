/** A fixed phrase in characters of the same reading, or with two characters exchanged: 最低生活包装, 养保老险. A guess. */
import { contextHomophonesIn } from '../../context-homophones.ts';
import { mistypedPhrasesIn } from '../../official-phrases.ts';
import { isMentioned } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachProse } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/mistyped-phrase',
  severity: 'warning',
  finds: '固定说法打错了字：最低生活包装（保障）、公式七天（公示）、养保老险（养老保险）。',
  why: '读的人看不懂，也搜不到。多半是拼音输入法选错了字，或者打反了。',
  write: '对照原文看一眼；真是打错的，照提示改。',
  bad: [
    '对审核结果有▶意义的，可以提出；向村里▶反应问题；底肥施▶族。',
    '这是▶最低生活包装之外的一项。',
    '名单要▶公式七天。',
    '交▶养保老险，到▶便民服务钟心。',
  ],
  good: [
    '这是最低生活保障之外的一项。',
    '名单要公示七天，数学公式七个。',
    '评比结果有意义，活动有意义；公事公办；化学反应；国家权力；施族人多。',
    '残疾登记、银行帐户、生活用品的包装、医疗保险柜。',
    '有人把“公示七天”打成“公式七天”，那是错的。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    for (const { index, written, meant } of [...mistypedPhrasesIn(text), ...contextHomophonesIn(text)]) {
      if (isMentioned(text, index, index + written.length)) continue;
      report(
        index,
        `「${written}」像是「${meant}」打错了字，读的人看不懂，也搜不到。请对照原文，真是打错的就改过来。`,
      );
    }
  }),
};
