/**
 * Runs of text that no line break may split, by the rules of Chinese typesetting (GB/T 15834 and https://www.w3.org/TR/clreq/):
 * closing and opening marks stay with their text, a number with its unit, 〔2021〕6号 and Latin words in one piece.
 */

/** Never first on a line. */
export const CLOSERS = '。，、；：！？）》」』”’】〕〉］｝％%‰℃°·～—…,.;:!?)]}＞';
/** Never last on a line. */
export const OPENERS = '（《「『“‘【〔〈［｛([{＜￥¥＄$№';

const measures =
  '个工作日|工作日|个小时|个月|个人|公斤|千克|公里|里地|平方米|立方米|小时|分钟|周岁|年级|号楼|美元|[年月日号元块角斤两亩岁天人名次米度户条项类倍折分点楼层届级批期台头只位份张袋吨克周个家村种成口间栋辆棵株路版秒]';
const number = String.raw`第?\d+(?:[.,:/~～–—-]\d+)*`;
const atom = new RegExp(
  [
    String.raw`〔\d{4}〕\d+号`,
    String.raw`\d{1,2}月\d{1,2}日`,
    // A short remark such as （星期五）, and dates of the lunar calendar.
    '（[^（）]{1,4}）',
    '[正一二三四五六七八九十冬腊]+月(?:初|廿|卅)?[一二三四五六七八九十]+日?',
    `第?[一二两三四五六七八九十百千万亿零〇]+(?:${measures})`,
    `${number}(?:[%％‰℃°]|[多余来几]?[十百千万亿]*[多余来几]?(?:${measures}))?(?![A-Za-z])`,
    String.raw`[A-Za-z\d\u00c0-\u024f]+(?:[.'’&@/:+_#-][A-Za-z\d\u00c0-\u024f]+)*\+*`,
    '—+|…+',
    String.raw`\P{M}\p{M}*`,
  ].join('|'),
  'gsu',
);

/** Splits a text into such runs, which joined are the text. A space belongs to the run before it. */
export function unbreakableRuns(text: string): string[] {
  return glue(Array.from(text.matchAll(atom), ([piece]) => piece));
}

/** Splits a run that is wider than a line between characters; marks stay with their character. */
export function splitRun(run: string): string[] {
  return glue(run.match(/\P{M}\p{M}*/gsu) ?? [run]);
}

function glue(pieces: readonly string[]): string[] {
  const runs: string[] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const joins = isOpen || piece === ' ' || CLOSERS.includes(piece[0] ?? '');
    if (joins && runs.length > 0) runs.push((runs.pop() ?? '') + piece);
    else runs.push(piece);
    isOpen = OPENERS.includes(piece) || (isOpen && piece === ' ');
  }
  return runs;
}
