/** Question marks and boxes instead of characters that an encoding or a font lacks: 困难?众、低□户. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

/** Words of a question, before the mark. */
const ASKS = /[吗呢么吧啊呀嘛]$|什么|怎么|怎样|哪|谁|几|多少|是不是|能不能|要不要|有没有|为何|是否|可否/;
/** Boxes of fonts for missing characters, and check boxes of forms. */
const BOXES = '□■▢▣▯▮◻◼☐⬜';
/** Words about check boxes of a form. */
const TICKS = /[√✓✔☑]|[打画划]勾|[打画划]钩|勾选|方框|方格|选项|填涂|空格里/;

/** Maximum distance of a question word from its mark; without a limit the text before would be read again for each mark. */
const MAX_SENTENCE_LENGTH = 200;

export const rule: Rule = {
  name: 'text/lost-character',
  severity: 'error',
  stopsBuild: true,
  finds: '字丢了，剩下半角问号或方块：确?;保、困难?众、???、低□户。',
  why: '少了字，意思就变了，读的人会弄错。',
  write: '对照原文，把丢掉的字补上。',
  bad: [
    '▶确?;保发到手里。',
    '帮助困难▶群?的生活。',
    '一共▶???元。',
    '马上▶办?！',
    '▶低□户每月领钱。',
    '▶残■人有补贴。',
    '管护费每亩▶？元。',
    '去镇▶政□。',
    '电话0359-3▶3□□118。',
    '补缴不收 ▶■■■，按当年算。',
    { fields: 'title: 怎么申请▶低□' },
  ],
  good: [
    '确保发到手里。',
    '这样行吗?可以的。',
    '怎么办?先打12345问。',
    '真的吗？！',
    '性别：□男 □女',
    '□低保□特困□残疾',
    '是□　否□',
    '在□里打√。',
    '本人同意□',
    '■申请条件',
  ],
  checkFile: forEachMatch(
    new RegExp(
      `\\d[${BOXES}]+(?=\\d)|(?<=每[\\p{Script=Han}]{0,4})？(?=(?:元|块|天|斤|人|户|次|年|月|日)(?:[，。、；]|$))|\\?{2,}|${HAN}\\?(?=[;；!！,，。、)）]|${HAN})|${HAN}[${BOXES}]+(?=${HAN}|[，。、；！？]|$)|(?<=${HAN} ?)■{2,}(?=[，。、；！？]|${HAN}|$)`,
      'gu',
    ),
    (match, { text, part }) => {
      const [found] = match;
      const around = text.slice(match.index, match.index + found.length + 2);
      if (new RegExp(`[${BOXES}]`).test(found)) {
        // At the end of a line of a form it is a check box; a title or a field of ours is no form.
        if (/^\d/.test(found))
          return `「${around}」这里的方块多半是丢了的数字，打不通也办不成。请对照原文补上。`;
        const isAtEnd = match.index + found.length === text.length;
        const mayBeForm = isForm(text) || (isAtEnd && part !== 'heading' && part !== 'field');
        if (mayBeForm && !found.startsWith('■■')) return undefined;
        return `「${around}」这里的方块多半是丢了的字，意思会变。请对照原文补上；真是给人打勾的，在方块前空一格。`;
      }
      const sentence =
        text
          .slice(Math.max(0, match.index - MAX_SENTENCE_LENGTH), match.index + 1)
          .split(/[。！？!\n]/)
          .at(-1) ?? '';
      if (found.length === 2 && !found.startsWith('?') && ASKS.test(sentence)) return undefined;
      return `「${around}」这里的问号多半是丢了的字，意思会变。请对照原文补上；真是问句就写「？」。`;
    },
  ),
};

/** The last text that was tested: a text with many boxes is tested once for each. */
let asked = { text: '', isForm: false };

function isForm(text: string): boolean {
  if (asked.text !== text) asked = { text, isForm: hasChoices(text) };
  return asked.isForm;
}

/** Whether the boxes of a text are check boxes: its words say so, or a box is before or after each choice. */
function hasChoices(text: string): boolean {
  const boxes = Array.from(text.matchAll(new RegExp(`[${BOXES}]`, 'gu')), ({ index }) => index);
  const [first = 0] = boxes;
  const beginsChoice = first === 0 || /[\s：:，。、；（(“]/.test(text[first - 1] ?? '');
  const endsChoice = /[\s、；/]/.test(text[first + 1] ?? '') || text.length - 1 === boxes.at(-1);
  return TICKS.test(text) || beginsChoice || (boxes.length > 1 && endsChoice);
}
