/** Full-width letters, from an input method in the wrong mode: ＡＰＰ, ｗｗｗ．ａ．ｃｎ. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

const PATTERN =
  /[\uff21-\uff3a\uff41-\uff5a](?:[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a．＠＿]|[：／－](?=[\uff0f\uff21-\uff3a\uff41-\uff5a\uff10-\uff19]))*/gu;

export const rule: Rule = {
  name: 'text/wide-letter',
  severity: 'error',
  finds: '全角字母和网址：ＡＰＰ、ｗｗｗ．ａ．ｃｎ。',
  why: '网址点不开，抄下来也打不开；搜也搜不到。',
  write: '换成半角，提示里有改好的字。',
  bad: ['下载▶ＡＰＰ。', '看▶ｗｗｗ．ａ．ｃｎ。', '写信到▶ａ＠ａ．ｃｎ。'],
  good: ['下载APP。', '看www.a.cn。', 'A－B两栏，打＊的必填。'],
  checkFile: forEachMatch(PATTERN, ([whole]) => {
    const found = withoutPoint(whole);
    return `「${found}」是全角字母，搜不到，网址也点不开。请写成「${found.normalize('NFKC')}」。`;
  }),
  fixes: ({ text }) =>
    Array.from(text.matchAll(PATTERN), ({ 0: whole, index }) => {
      const found = withoutPoint(whole);
      return { from: index, to: index + found.length, text: found.normalize('NFKC') };
    }),
};

/** A point at the end is that of the sentence. */
const withoutPoint = (found: string): string => found.replace(/．$/, '');
