/**
 * Characters in escaped form: %E5%8F%AF of addresses, =E8=A1=A5 of mail, \u8865 with or without its backslash, {\'b2\'b9} and control
 * words of RTF, (cid:2341) of PDF, and the yen sign of old fonts, which is a backslash.
 */
import { isExplainedGarble } from '../../quotations.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

/** Control words of RTF (Rich Text Format Specification 1.9.1) that documents of Word begin paragraphs and formats with. */
const RTF =
  'par|pard|plain|rtf1|ansi|ansicpg\\d+|deff\\d+|uc\\d|viewkind\\d|fs\\d{1,3}|f\\d{1,3}|cf\\d{1,2}|b0?|i0?|ul|ulnone|q[jclrd]|[sl][abi]\\d{1,5}|fi-?\\d{1,5}|lang\\d{4,5}|kerning\\d|intbl|trowd|cell|row|sectd?|hich|dbch|loch|tab|line|widctlpar|nowidctlpar|highlight\\d{1,2}';
const PATTERN = new RegExp(
  [
    '(?:%(?:u[\\da-f]{4}|[\\da-f]{2})){2,}|%u[\\da-f]{4}',
    '(?:=[\\da-f]{2}){3,}=?',
    '=\\?[\\w-]+\\?[bq]\\?[^?\\s]*\\?=',
    "(?:\\\\(?:u\\{?[\\da-f]{4,6}\\}?|x[\\da-f]{2}|'[\\da-f]{2}|[0-3][0-7]{2}))+",
    "(?<![\\w\\\\])(?:'[\\da-f]{2}){3,}",
    '(?<=[\\p{Script=Han}，。；：])\\\\[nrt](?![a-z])',
    '<U\\+[\\da-f]{4,6}>|(?<!\\w)(?:U\\+[\\da-f]{4,5}[ ,、]?){2,}(?!\\w)|(?<=\\p{Script=Han})U\\+[\\da-f]{4,5}(?=\\p{Script=Han})',
    '(?:\\(cid:\\d{1,5}\\)[ ]?)+',
    '\\+[A-Za-z0-9/]{3,}-(?=$|[\\p{Script=Han}，。])',
    '(?<![\\w\\\\/#=.-])(?:u[4-9][\\da-f]{3}){2,}(?!\\w)|(?<=[\\p{Script=Han}，。；：])u[4-9][\\da-f]{3}(?=[\\p{Script=Han}，。；：])',
    `(?<![\\w:\\\\])(?:\\\\(?:${RTF})(?![a-z\\d])[ ]?)+`,
    '(?<=[\\p{Script=Han}：])\\\\(?=\\d{1,7}(?:\\.\\d+)?(?:[，。、；元/]|\\p{Script=Han}|$))',
  ].join('|'),
  'giu',
);

export const rule: Rule = {
  name: 'text/escape-leftover',
  severity: 'error',
  stopsBuild: true,
  finds: '程序里的写法：%E5%8F%AF、=E8=A1=A5、\\u8865。',
  why: '读的人会看到一串莫名其妙的符号。',
  write: '换成要说的字，提示里有改好的字。',
  bad: [
    { fields: 'summary: 收入低的▶%E5%8F%AF以申请。' },
    { fields: "title: '▶\\u8865\\u8d34怎么领'" },
    '每天补▶\\x31\\x30元，去▶U+6751U+91CC问。',
    '种粮补 ▶(cid:2341)(cid:887) 每亩 ▶(cid:19) 元。',
    '去领▶=E8=A1=A5=E8=B4=B4。',
    { fields: 'summary: 先去村里▶\\n再去镇里。' },
    "▶\\'ba\\'cf\\'d7\\'f7\\'c9\\'e7开大会。",
    '领补助的人，▶u4e0du7528u8dd1，在手机上▶u529e就行。',
    '▶\\pard\\qj\\fs32 一年两次，▶\\b 同一件事▶\\b0 只给一次。▶\\par',
    '每天补伙食▶\\30、住宿▶\\50。',
  ],
  good: [
    '满意的占95%。',
    '看 https://a.cn/%E5%8F%AF 这一页。',
    '5%5元。',
    '算法：1=20=A2。',
    "从'70到'80，'90年。",
    '放在 D:\\par\\fs32 里，型号 u5200，店名 u4e0d。',
    '标题显示为“=?utf-8?B?6YCa55+l?=”的，换个邮箱打开。',
  ],
  checkFile: forEachMatch(PATTERN, (match, { text, path }) => {
    const [found] = match;
    if (isExplainedGarble(text, match.index, match.index + found.length)) return undefined;
    if (['url', 'src'].includes(String(path.at(-1))) || isInAddress(text, match.index)) return undefined;
    const right = meant(found);
    if (right === undefined) return undefined;
    const words = `「${found}」是程序里的写法，读的人会看到这串符号。`;
    return right === '' ? `${words}请对照原文重新打上；要换行就另起一段。` : `${words}请改成「${right}」。`;
  }),
};

/** Distance in characters of an escape from the start of its address; without a limit the text before would be read for each match. */
const MAX_ADDRESS_LENGTH = 300;

function isInAddress(text: string, index: number): boolean {
  return /(?:[a-z]+:\/\/|www\.|\w\/)[^\s\u3000-\u303f\uff00-\uffef\p{Script=Han}]*$/u.test(
    text.slice(Math.max(0, index - MAX_ADDRESS_LENGTH), index),
  );
}

/** The decoded text; empty if it cannot be decoded, undefined if it is no escape. */
function meant(found: string): string | undefined {
  if (found === '\\') return '￥';
  if (/^\\[a-z]/i.test(found) && !/^\\(?:u\{?[\da-f]{4}|x[\da-f]{2})/i.test(found)) return '';
  if (/^\\[nrt]$/i.test(found) || found.startsWith('=?') || found.startsWith('(')) return '';
  if (found.startsWith('+')) return fromUtf7(found);
  if (/^(?:%u|\\?u|<U)/i.test(found)) {
    const units = Array.from(found.matchAll(/[\da-f]{4,6}/gi), ([code]) => Number.parseInt(code, 16));
    return units.every((unit) => unit <= 0x10ffff) ? String.fromCodePoint(...units) : '';
  }
  const radix = /^\\[0-3][0-7]{2}/.test(found) ? 8 : 16;
  const digits = radix === 8 ? /[0-7]{3}/g : /[\da-f]{2}/gi;
  const bytes = Uint8Array.from(found.match(digits) ?? [], (byte) => Number.parseInt(byte, radix));
  if (!bytes.some((byte) => byte >= 0x80)) {
    const isPrinted = found.startsWith('\\') && bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
    return isPrinted ? String.fromCharCode(...bytes) : undefined;
  }
  for (const encoding of ['utf-8', 'gbk']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      // Markdown removes the backslashes of RTF; apostrophes with other content are years.
      if (!found.startsWith("'") || /^\p{Script=Han}+$/u.test(text)) return text;
    } catch {
      // The next encoding may fit.
    }
  }
  return found.startsWith("'") ? undefined : '';
}

/** Chinese in UTF-7, as old mail programs wrote it; undefined if it is none. */
function fromUtf7(found: string): string | undefined {
  const bytes = Buffer.from(found.slice(1, -1), 'base64');
  const text = new TextDecoder('utf-16be').decode(bytes);
  return bytes.length >= 2 && /^\p{Script=Han}+$/u.test(text) ? text : undefined;
}
