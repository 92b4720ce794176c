/**
 * A character of the same reading or a similar shape in place of another, in a phrase that no list has: 付合条件, 可已申请. Detected by how often
 * characters are neighbours in public prose: a guess, so a warning. What other rules find is not reported again.
 */
import { contextHomophonesIn } from '../../context-homophones.ts';
import { mistypedPhrasesIn } from '../../official-phrases.ts';
import { isMentioned, isOldQuotation } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { isInSeries } from '../../series.ts';
import { mistakenCharacters } from '../../similar-characters.ts';
import { splitCharactersIn } from '../../split-characters.ts';
import { forEachProse } from '../../texts.ts';
import { type UnlikelyCharacter, unlikelyCharactersIn } from '../../unlikely-characters.ts';
import { misreadWordsIn } from './misread-character.ts';

export const rule: Rule = {
  name: 'text/unlikely-character',
  severity: 'warning',
  finds: '像是打错或认错的字，常用的说法里没有这么写的：付合条件（符合）、可已申请（可以）。',
  why: '读的人会停下来猜，也搜不到。多半是拼音输入法选错了字，或者扫描认错了。',
  write: '对照原文看一眼；真是错的，照提示改。本来就这么写的，不用理会。',
  bad: ['只要▶付合条件，都▶可已申请。', '带上材料，叫上▶监互人。'],
  good: [
    '只要符合条件，都可以申请；带上申请材料，由监护人签字。',
    '办公室主任逐乡逐村看过，四好农村路修到家门口。',
    '有人把“申请材料”写成“申请才料”，那是错的。',
    '油电混合的、装了油烟机的都算，手机里自己查。',
    '老话说的“瞓”，就是睡。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    const found = unlikelyCharactersIn(text).filter((each) => !isIntended(text, each));
    if (found.length === 0) return;
    const others = [
      ...[...mistypedPhrasesIn(text), ...contextHomophonesIn(text), ...splitCharactersIn(text)],
      ...misreadWordsIn(text),
      ...mistakenCharacters(text).map(({ index, word }) => ({ index, written: word })),
    ];
    for (const { index, written, meant } of found) {
      const end = index + written.length;
      if (others.some((other) => other.index < end && index < other.index + other.written.length)) continue;
      const message = `「${written}」像是「${meant}」写错了字，读的人会停下来猜，也搜不到。请对照原文，真是错的就改过来。`;
      report(index, message);
    }
  }),
};

/** Whether the characters are shown as wrong or old ones, explain a quoted word, or are those of a series of names. */
function isIntended(text: string, { index, written, at }: UnlikelyCharacter): boolean {
  const end = index + written.length;
  return (
    isMentioned(text, index, end) ||
    isOldQuotation(text, index, end) ||
    isInSeries(text, at) ||
    GLOSS.test(text.slice(Math.max(0, index - GLOSS_LENGTH), index))
  );
}

/** 方言里的“瞓”，就是睡: any word may explain a quoted one. */
const GLOSS = /[”’」』]，?$/;
const GLOSS_LENGTH = 2;
