/** Text saved in one encoding and read in another: often the original can be recovered by decoding it again. */
import { findMojibake } from '../../garbled/index.ts';
import { isExplainedGarble } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/mojibake',
  severity: 'error',
  guesses: true,
  stopsBuild: true,
  finds: '编码弄错的字：Ã¤Â¸、æ”¿ç­–、â€œ、ÐÂÅ©ºÏ、鏀跨瓥、水ｷﾑｰｴ。',
  why: '整句都看不懂。',
  write: '能认出原文的，照提示里的字改；认不出的，对照原文重新打。',
  bad: [
    '这是▶æ”¿ç­–。',
    '▶鏀跨瓥怎么看',
    '▶鎯犳皯鏀跨瓥鎬庝箞',
    { fields: 'summary: 看▶Ã¤Â¸Â­这里。' },
    '县里的▶â€˜好事▶â€™来了，地方有3▶Ã—5米，▶Â·身份证。',
    '养▶Å£´û¿î最多十万元。',
    '带上水▶ｷﾑｰｴ。',
    '这是▶琛ヨ创。',
    '▶劤헝됴괏要什么。',
    '写▶пуцШ和电话，▶빱逃有26名。',
    '交▶悝煤的时候，上▶湮悝有补助。',
  ],
  good: [
    '这是政策。',
    '短信里的“æ‚¨å¥½”是“您好”编码弄错了的样子。',
    'Café 也能办。',
    '东边的锛子借一下。',
    '温度25°C，面积12m²，长3×5米，买买提·阿不都。',
    '李悝变法，旮旯，李嗣源，湮灭的古城。',
    '店名叫“Café”……',
    '牌子上的 안녕 是韩国话，안녕하세요 也是，안녕的意思是你好。',
    '写着“안녕하세요”和“РОССИЯ”，俄语Москва就是莫斯科。',
  ],
  checkFile: forEachText(({ text }, report) => {
    for (const { index, garbled, right, isGuess } of findMojibake(text)) {
      if (isExplainedGarble(text, index, index + garbled.length)) continue;
      const words = `「${garbled}」${isGuess ? '像' : ''}是乱码，读的人看不懂。`;
      const message = right
        ? `${words}原文${isGuess ? '多半' : ''}是「${right}」，请改成它。`
        : `${words}请对照原文重新打上。`;
      report(index, message, isGuess ? garbled : undefined);
    }
  }),
};
