/** Warnings for characters that the fonts lack: one for a whole script, one for each other character. */

import type { Diagnostic } from '../../documents/diagnostic.ts';
import type { Position } from '../../documents/source.ts';
import { MISSING_GLYPH } from './fonts.ts';

/** A character that no font has, and its position. */
export interface MissingCharacter extends Position {
  character: string;
  file: string;
}

/** Scripts in which people write whole texts, by the names of Unicode. */
const SCRIPTS: readonly [script: string, name: string][] = [
  ['Tibetan', '藏文'],
  ['Arabic', '维吾尔文、哈萨克文这样的字母'],
  ['Mongolian', '蒙古文'],
  ['Yi', '彝文'],
  ['Hangul', '朝鲜文'],
  ['Tai_Le', '傣文'],
  ['New_Tai_Lue', '傣文'],
  ['Tai_Tham', '傣文'],
  ['Lisu', '傈僳文'],
  ['Miao', '苗文'],
  ['Myanmar', '缅文'],
  ['Thai', '泰文'],
  ['Lao', '老挝文'],
  ['Devanagari', '天城文'],
  ['Cyrillic', '西里尔字母'],
];
const patterns = SCRIPTS.map(([script, name]) => ({
  name,
  pattern: new RegExp(`\\p{Script=${script}}`, 'u'),
}));

/** One warning for each script in a file, at its first position, and one for each other character. */
export function missingCharacterDiagnostics(missing: readonly MissingCharacter[]): Diagnostic[] {
  const reported = new Map<string, MissingCharacter & { message: string }>();
  for (const one of missing) {
    const script = patterns.find(({ pattern }) => pattern.test(one.character))?.name;
    const key = `${one.file}\n${script ?? one.character}`;
    const before = reported.get(key);
    if (before !== undefined && !isEarlier(one, before)) continue;
    reported.set(key, {
      ...one,
      message: script === undefined ? characterMessage(one.character) : scriptMessage(script),
    });
  }
  return Array.from(reported.values(), ({ file, line, column, message }) => ({
    file,
    line,
    column,
    severity: 'warning',
    rule: 'share/missing-character',
    message,
  }));
}

function isEarlier(one: Position, other: Position): boolean {
  return one.line < other.line || (one.line === other.line && one.column < other.column);
}

function scriptMessage(name: string): string {
  return (
    `海报和卡片的字体里没有${name}，这些字在图上都印成 ${MISSING_GLYPH}，看的人认不出来；网页上照常显示。` +
    `请在标题、一句话和要点里写汉字，${name}的写在正文里。`
  );
}

function characterMessage(character: string): string {
  const codePoint = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  const advice = /\p{Script=Han}/u.test(character)
    ? '请核对是不是这个字；能换就换成常用字。'
    : '请去掉这个符号，或者换成文字。';
  return `「${character}」（U+${codePoint}）字体里没有，海报和卡片上只能印成 ${MISSING_GLYPH}，看的人认不出来。${advice}`;
}
