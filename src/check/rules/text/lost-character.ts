/** Question marks in the place of characters that an encoding did not know: 确?;鶎、困难?众. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { overMatches } from '../../texts.ts';

/** Words that make a sentence a question, before the mark. */
const ASKS = /[吗呢么吧啊呀嘛]$|什么|怎么|怎样|哪|谁|几|多少|是不是|能不能|要不要|有没有|为何|是否|可否/;

export const rule: Rule = {
  name: 'text/lost-character',
  severity: 'error',
  stopsBuild: true,
  finds: '字丢了，剩下半角问号：确?;保、困难?众、???。',
  why: '少了字，意思就变了，读的人会弄错。',
  write: '对照原文，把丢掉的字补上。',
  bad: ['▶确?;保发到手里。', '帮助困难▶群?的生活。', '一共▶???元。', '马上▶办?！'],
  good: ['确保发到手里。', '这样行吗?可以的。', '怎么办?先打12345问。', '真的吗？！'],
  checkFile: overMatches(
    new RegExp(`\\?{2,}|${HAN}\\?(?=[;；!！,，。、)）]|${HAN})`, 'gu'),
    (match, { text }) => {
      const [found] = match;
      const sentence =
        text
          .slice(0, match.index + 1)
          .split(/[。！？!\n]/)
          .at(-1) ?? '';
      if (found.length === 2 && !found.startsWith('?') && ASKS.test(sentence)) return undefined;
      const around = text.slice(match.index, match.index + found.length + 2);
      return `「${around}」这里的问号多半是丢了的字，意思会变。请对照原文补上；真是问句就写「？」。`;
    },
  ),
};
