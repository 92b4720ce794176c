/** Invisible characters: zero width, direction marks, fillers, tags. They break search, reading aloud and links. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

// Soft hyphen, joiners, fillers of Hangul and Mongolian, directions, annotations, tags, and reserved code points.
const INVISIBLE =
  '\\u00ad\\u034f\\u061c\\u115f\\u1160\\u17b4\\u17b5\\u180b-\\u180f\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\u2800\\u3164' +
  '\\ufe00-\\ufe0f\\ufeff\\uffa0\\ufff9-\\ufffb\\ufffe\\uffff\\ufdd0-\\ufdef\\u{1d173}-\\u{1d17a}\\u{e0000}-\\u{e01ef}';
// Accents and enclosing marks without a letter before them.
const MARK_ON_HAN = '(?<=\\p{Script=Han})[\\u0300-\\u036f\\u20d0-\\u20ff]';
const PATTERN = new RegExp(`(?:[${INVISIBLE}]|\\p{Co}|\\p{Cs}|(?![\\n\\t])\\p{Cc}|${MARK_ON_HAN})+`, 'gu');

export const rule: Rule = {
  name: 'text/invisible-character',
  severity: 'error',
  stopsBuild: true,
  finds: '看不见的字符：零宽空格、方向控制符、填充符、私用区的字。',
  why: '看着没事，可是搜不到，朗读会断，有的手机显示成方块。',
  write: '删掉它，把这几个字重新打一遍。',
  bad: [
    { body: '带上身▶\u200b份证。', shown: '带上身（零宽空格）份证。' },
    { fields: 'title: "▶\\u202e贴补怎么领"' },
    '去▶\ue5e5镇里。',
    { body: '带上身▶\u3164份证，去▶\u180e镇里▶\u{e0041}办。', shown: '带上身（填充符）份证。' },
    { body: '低▶\ufe0f保。', shown: '低（变体符）保。' },
  ],
  good: [
    '带上身份证。',
    '一家人👨‍👩‍👧都算，办好了打个✔️，打电话☎️。',
    '蒙文“ᠮᠣᠩᠭᠣᠯ᠎ᠠ”，哈萨克文“ما‌رس”。',
    'Ŷ、ḿ 也能写，第1️⃣步。',
  ],
  checkFile: forEachMatch(PATTERN, (match, { text }) => {
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const after = text.slice(match.index + match[0].length);
    if (isNeeded(match[0], before, after)) return undefined;
    const code = (match[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    const around = text.slice(Math.max(0, match.index - 3), match.index);
    const where = around === '' ? '开头' : `「${around}」后面`;
    return `${where}有一个看不见的字符（U+${code}），搜不到，朗读会断。请删掉，重新打这几个字。`;
  }),
};

/** Joins emoji, or shapes the letters of Arabic, Mongolian or Indic scripts. */
function isNeeded(found: string, before: string, after: string): boolean {
  if (
    /^[\ufe0e\ufe0f]\u200d?$|^\u200d$/.test(found) &&
    /[\p{Extended_Pictographic}\p{Emoji_Modifier}#*\d]$/u.test(before)
  )
    return true;
  if (/^[\u{e0020}-\u{e007f}]+$/u.test(found)) return /🏴$/u.test(before);
  const near = before + after.slice(0, 2);
  if (/^[\u180b-\u180f\u200c\u200d]+$/.test(found)) return SHAPED.test(near);
  return /^[\u200e\u200f\u061c]$/.test(found) && /[\p{Script=Arabic}\p{Script=Hebrew}]/u.test(near);
}

const SHAPED =
  /[\p{Script=Mongolian}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Devanagari}\p{Script=Tibetan}\p{Script=Phags_Pa}]/u;
