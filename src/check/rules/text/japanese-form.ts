/** Japanese forms in Chinese words: an input method or a conversion replaced 发 by 発, which few readers know. */
import { HAN } from '../../characters.ts';
import { chineseForms } from '../../japanese-forms.ts';
import { officialNameCharacters } from '../../official-name-characters.ts';
import { isInJapanese } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachText, matchesIn } from '../../texts.ts';

const FORM = new RegExp(`[${[...chineseForms.keys()].join('')}]`, 'u');
const RUN = new RegExp(FORM, 'gu');

export const rule: Rule = {
  name: 'text/japanese-form',
  severity: 'error',
  stopsBuild: true,
  finds: '中文里混进的日文字形：対、発、気。',
  why: '很多人不认得，搜也搜不到，朗读会跳过去。',
  write: '换成中文的字，提示里有改好的字。',
  bad: ['▶対困难家庭▶発放补贴。', { fields: 'title: 天然▶気怎么交' }, '▶単位门口有人，▶労▶働合同要带上。'],
  good: [
    '嬢嬢和三嬢来领。',
    '对困难家庭发放补贴。',
    '日本人写作「発電所で働く」。日本的対馬在九州外面。',
    '路费五千円。',
  ],
  beyond: (content) => [...officialNameCharacters(content, FORM)].join(''),
  checkFile: (source, report, names) =>
    forEachText(({ text }, report) => {
      for (const { 0: form, index } of matchesIn(text, RUN)) {
        if (
          names.includes(form) ||
          (form === '円' && /[\d一二三四五六七八九十百千万]/.test(text[index - 1] ?? ''))
        )
          continue;
        // 嬢嬢 is an aunt in the south-west.
        if (form === '嬢' && /嬢嬢|[大二三四幺姨阿]嬢/.test(text.slice(Math.max(0, index - 1), index + 2)))
          continue;
        if (isInJapanese(text, index)) continue;
        const word = new RegExp(`${HAN}{0,2}$`, 'u').exec(text.slice(0, index))?.[0] ?? '';
        const rest = new RegExp(`^${HAN}{0,2}`, 'u').exec(text.slice(index + 1))?.[0] ?? '';
        const right = [...(word + form + rest)].map((one) => chineseForms.get(one) ?? one).join('');
        report(
          index,
          `「${form}」是日文的字形，很多人不认得。请改成「${chineseForms.get(form)}」，写成「${right}」。`,
        );
      }
    })(source, report, names),
};
