/**
 * Repairs damage from pasting and old encodings, only if the right text is certain. Everything else is unchanged; the check reports its
 * position.
 */

import { COMPATIBILITY_CHARACTERS, fromCompatibility } from '../markup/index.ts';

interface Repair {
  name: string;
  pattern: RegExp;
  right(found: string, ...groups: string[]): string;
}

/** Vowels with tone marks: pinyin in brackets after one character is its reading, not part of the text. */
const TONES = 'āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü';

const repairs: readonly Repair[] = [
  {
    name: '一个字后面括号里的拼音',
    pattern: new RegExp(`(\\p{Script=Han})[（(]\\s*([a-z${TONES}]*[${TONES}][a-z${TONES}]*)\\s*[）)]`, 'giu'),
    right: (_found, character) => character ?? '',
  },
  {
    name: '看不见的字符',
    pattern: /[\u200B-\u200F\u2060\uFEFF\u202A-\u202E\uE000-\uE006\u2E3C\u1680]/gu,
    right: () => '',
  },
  { name: '网页里的硬空格', pattern: /&nbsp;|\u00A0/gu, right: () => ' ' },
  {
    name: '网页代码的残留',
    pattern: /&(?:ldquo|rdquo|mdash|hellip|middot);/gu,
    right: (found) => ENTITIES[found] ?? found,
  },
  { name: '长得一样的部首和兼容字', pattern: COMPATIBILITY_CHARACTERS, right: fromCompatibility },
  { name: '换行的代码', pattern: /<br\s*\/?>/giu, right: () => '\n' },
  {
    name: '全角的数字和字母',
    pattern: /[０-９Ａ-Ｚａ-ｚ]/gu,
    right: (found) => String.fromCharCode(found.charCodeAt(0) - 0xfee0),
  },
];

const ENTITIES: Readonly<Record<string, string>> = {
  '&ldquo;': '“',
  '&rdquo;': '”',
  '&mdash;': '—',
  '&hellip;': '…',
  '&middot;': '·',
};

/** Receives each repair: what stood there and what stands there now. */
export type OnRepair = (name: string, found: string, right: string) => void;

/** Repairs the certain errors of a text; adds the repairs to `done` and hands each one to `onRepair`. */
export function repairText(text: string, done: Map<string, number>, onRepair?: OnRepair): string {
  const add = (name: string, found: string, corrected: string) => {
    done.set(name, (done.get(name) ?? 0) + 1);
    onRepair?.(name, found, corrected);
    return corrected;
  };
  let repaired = readAsUtf8(text, add);
  for (const { name, pattern, right } of repairs) {
    repaired = repaired.replace(pattern, (found, ...groups) => add(name, found, right(found, ...groups)));
  }
  return repaired;
}

/** Windows' characters for the bytes 0x80 to 0x9F, in order; a space for unassigned ones. */
const WINDOWS = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** Decodes runs of UTF-8 that were read as Latin letters, æ”¿ç­–: only if every byte fits and the result is Chinese. */
function readAsUtf8(text: string, add: (name: string, found: string, right: string) => string): string {
  return text.replace(/[\u0080-\u00FF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{3,}/gu, (run) => {
    const bytes = Array.from(run, (character) => {
      const place = character === ' ' ? -1 : WINDOWS.indexOf(character);
      return place >= 0 ? 0x80 + place : (character.codePointAt(0) ?? 0);
    });
    if (bytes.some((byte) => byte > 0xff)) return run;
    try {
      const right = new TextDecoder('utf-8', { fatal: true }).decode(new Uint8Array(bytes));
      if (!/^[\p{Script=Han}\p{P}\p{N}\s]+$/u.test(right) || !/\p{Script=Han}/u.test(right)) return run;
      return add('编码弄错的字', run, right);
    } catch {
      return run;
    }
  });
}
