/** Replacement characters of lost text: it was read in the wrong encoding once, or twice. */
import { isExplainedGarble } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/replacement-character',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '乱码留下的符号：�、〓、锟斤拷、烫烫烫、屯屯屯、␀␉。',
  why: '原来的字已经丢了，读的人看不懂，也不敢信。',
  write: '对照原文，把丢掉的字重新打上。',
  bad: [
    '请带上▶�份证。',
    '先去▶锟斤拷政府。',
    '先去镇政▶〓。',
    '姓名▶␉村组▶␉面积▶␍␊每户限填一行。',
    { fields: 'title: ▶烫烫烫补贴' },
    '▶〓通知▶〓',
    { body: '请带上▶\ufffc份证。', shown: '请带上（对象符）份证。' },
  ],
  good: [
    '请带上身份证。',
    '水太烫，别急着喝。',
    '锅里屯着粮。',
    '网页上出现“锟斤拷”“烫烫烫”字样，是编码弄错了。',
  ],
  checkFile: forEachMatch(
    /[\uFFFD\uFFFC〓]+|[\u2400-\u2422\u2425\u2426]+|(?:锟斤拷?|斤拷锟)+|烫{3,}|屯{3,}|葺{3,}|鐃{2,}/gu,
    ({ 0: found, input, index }) => {
      if (isExplainedGarble(input, index, index + found.length)) return undefined;
      const words = `「${found}」是乱码，原来的字已经丢了，读的人看不懂。`;
      const message = `${words}请对照原文，把这里的字重新打上。`;
      // 烫烫烫 may be said aloud, and 〓 at the beginning of a line decorates it.
      const isGuess =
        found === '烫烫烫' ||
        // A picture of a control character may be meant in a lesson on encodings.
        /^[\u2400-\u2426]/.test(found) ||
        (found.startsWith('〓') && /^$|\n$/.test(input.slice(0, index)));
      return isGuess ? { message, guess: found } : message;
    },
  ),
};
