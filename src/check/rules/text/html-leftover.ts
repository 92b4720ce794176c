/** Copied fragments of web pages: entities, tags, styles. */
import { parseFragment } from 'parse5';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

const ENTITY =
  '&(?:[a-z][a-z\\d]{1,31}|#\\d{2,7}|#x[\\da-f]{2,6})(?:;|；)|&(?:nbsp|quot|ldquo|rdquo|mdash|hellip|middot|copy)(?![a-z\\d])|&#x?[\\da-f]{3,6}(?![\\da-f])';
const TAG =
  '<[!/]?\\[?(?:br|p|div|span|font|b|i|u|em|s|strong|a|img|table|tbody|thead|td|th|tr|h[1-6]|ul|ol|li|dl|dt|dd|sup|sub|center|section|article|hr|script|style|iframe|video|input|button|label|blockquote|pre|code|html|body|head|meta|link|if|endif|--|[ovwm]:[a-z]+)(?:[\\s\\[!-][^<>]*)?\\/?>';
const STYLE =
  '(?<![\\w&?/.])(?:style|class|href|src|align|width|height|bgcolor|target|onclick)\\s*=\\s*["“”\'＂][^"“”\'＂]*["“”\'＂]|javascript:\\s*\\w*|mso-[a-z-]+:|(?:font-(?:family|size|weight)|line-height|text-(?:align|indent|decoration)|background(?:-color)?|margin(?:-\\w+)?|padding(?:-\\w+)?|border(?:-\\w+)?|white-space|letter-spacing)\\s*[:：]\\s*[#\\w]|color\\s*:\\s*(?:#|rgb|[a-z]{3,})';

export const rule: Rule = {
  name: 'text/html-leftover',
  severity: 'error',
  stopsBuild: true,
  finds: '网页代码的残留：&nbsp;、&bull;、<br>、style="…"。',
  why: '读的人会看到一串莫名其妙的符号。',
  write: '删掉代码，只留文字；要换行就另起一条或一段。',
  bad: [
    { fields: 'summary: 收入低的▶&nbsp;可以申请。' },
    { fields: 'title: 低保▶<br>怎么办' },
    { fields: 'title: 低保▶&bull;特困▶&yen;100' },
    '字号▶style="大"的。',
  ],
  good: [
    '收入低的可以申请。',
    '价钱 < 100 元也行。',
    '看 https://a.cn/?a=1&copy=2 这一页。',
    'A&B；C&D；都行。',
  ],
  checkFile: forEachMatch(new RegExp(`${ENTITY}|${TAG}|${STYLE}`, 'giu'), (match, { text, part }) => {
    const [found] = match;
    if (/^&[a-z]/i.test(found) && (!isEntity(found) || isInAddress(text, match.index))) return undefined;
    // A body that shows a tag on purpose has a backslash before it.
    if (part !== 'field' && /^<\/?(?:script|style|iframe|input|button|video)/i.test(found)) return undefined;
    return `「${found}」是网页代码，读的人会看到这串符号。请删掉，只留文字。`;
  }),
};

/** Whether HTML has an entity of this name, by an HTML parser. */
function isEntity(found: string): boolean {
  const name = found.replace(/[;；]$/, '');
  const [node] = parseFragment(`${name};`).childNodes;
  return node !== undefined && 'value' in node && node.value !== `${name};`;
}

function isInAddress(text: string, index: number): boolean {
  return /https?:\/\/[^\s\u3000-\u303f\uff00-\uffef\p{Script=Han}]*$/u.test(text.slice(0, index));
}
