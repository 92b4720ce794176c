/** UTF-8 that was read as Latin or as GBK: the right text can be had back by reading it again the other way. */
import { readAgain } from '../../mojibake.ts';
import type { Rule } from '../../rule.ts';
import { overTexts } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/mojibake',
  severity: 'error',
  stopsBuild: true,
  finds: '编码弄错的字：Ã¤Â¸、æ”¿ç­–、鏀跨瓥。',
  why: '整句都看不懂。',
  write: '能认出原文的，照提示里的字改；认不出的，对照原文重新打。',
  bad: ['这是▶æ”¿ç­–。', '▶鏀跨瓥怎么看', '▶鎯犳皯鏀跨瓥鎬庝箞', { fields: 'summary: 看▶Ã¤Â¸Â­这里。' }],
  good: ['这是政策。', 'Café 也能办。', '东边的锛子借一下。'],
  checkFile: overTexts(({ text }, found) => {
    for (const { index, garbled, right } of readAgain(text)) {
      const words = `「${garbled}」是乱码，读的人看不懂。`;
      found(index, right ? `${words}原文是「${right}」，请改成它。` : `${words}请对照原文重新打上。`);
    }
  }),
};
