/** Pieces of web pages that were copied along: entities, tags, styles. */
import type { Rule } from '../../rule.ts';
import { overMatches } from '../../texts.ts';

const ENTITY =
  '&(?:nbsp|ensp|emsp|amp|lt|gt|quot|ldquo|rdquo|mdash|hellip|middot|#\\d{2,6}|#x[\\da-f]{2,6});';
const TAG = '<\\/?(?:br|p|div|span|font|b|strong|a|img|table|td|tr|h[1-6]|o:p)(?:\\s[^<>]*)?\\/?>';
const STYLE =
  '(?:style|class|href|src|align)\\s*=\\s*["“”\'][^"“”\']*["“”\']|mso-[a-z-]+:|font-(?:family|size):';

export const rule: Rule = {
  name: 'text/html-leftover',
  severity: 'error',
  finds: '网页代码的残留：&nbsp;、<br>、style="…"。',
  why: '读的人会看到一串莫名其妙的符号。',
  write: '删掉代码，只留文字；要换行就另起一条或一段。',
  bad: [
    { fields: 'summary: 收入低的▶&nbsp;可以申请。' },
    { fields: 'title: 低保▶<br>怎么办' },
    '字号▶style="大"的。',
  ],
  good: ['收入低的可以申请。', '价钱 < 100 元也行。'],
  checkFile: overMatches(new RegExp(`${ENTITY}|${TAG}|${STYLE}`, 'giu'), ([found]) => {
    return `「${found}」是网页代码，读的人会看到这串符号。请删掉，只留文字。`;
  }),
};
