/**
 * Half-width punctuation in Chinese text. Our own pattern: autocorrect (12 MB) returns only the line and inserts spaces that the
 * site does not use; zhlint returns positions, but has 120 packages and takes 9 ms for a document of 1,000 characters.
 */
import type { SourceText } from '../../../documents/source.ts';
import { FULL_WIDTH, HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

const CHINESE = `${HAN}，。、；：！？“”（）《》`;
// Between Chinese, after it, or before it; a point only if no digit or letter follows.
const PATTERN = new RegExp(
  `(?<=[${CHINESE}])[,;!?](?![,;!?])|(?<=[${CHINESE}\\d%])[,;:!?](?=[${CHINESE}])|(?<=[${CHINESE}]):(?!//)` +
    `|(?<=${HAN})\\.(?![\\w.])`,
  'gu',
);

const SPACE_AFTER = new RegExp(`^ (?=[${CHINESE}])`, 'u');

export const rule: Rule = {
  name: 'text/half-width',
  severity: 'warning',
  finds: '中文里用了半角标点：, . : ; ! ? ( )。',
  why: '半角标点挤在一起，老人看不清停在哪里。',
  write: '换成中文标点，提示里有改好的字。',
  bad: [
    '带上身份证▶,户口本。',
    '打12345问▶(免费▶)。',
    '马上去办▶!',
    { fields: 'summary: "时间▶:每月一次。"' },
  ],
  good: [
    '带上身份证，户口本。',
    '看https://www.gov.cn/a,b.html 这一页。',
    '利率3.5%，LPR (1Y) 也行。',
    '上午9:30开门。',
    '报销额 = (总费用 − 起付线) × 70%。',
  ],
  checkFile: forEachText((source, report) => {
    const { text } = source;
    for (const at of marksIn(source)) {
      const mark = text[at] ?? '';
      const right = text.slice(Math.max(0, at - 3), at) + FULL_WIDTH[mark] + text.slice(at + 1, at + 4);
      report(at, `这里的「${mark}」是半角标点，看不清停在哪里。请写成「${right}」。`);
    }
  }),
  fixes: (source) =>
    marksIn(source).map((at) => {
      const mark = source.text[at] ?? '';
      // The space of a half-width mark is part of the full-width one.
      const space = mark === '(' ? '' : (SPACE_AFTER.exec(source.text.slice(at + 1, at + 4))?.[0] ?? '');
      return { from: at, to: at + 1 + space.length, text: FULL_WIDTH[mark] ?? mark };
    }),
};

/** The indexes of half-width marks in a text, in ascending order. */
function marksIn({ text, path }: SourceText): number[] {
  // A URL is no sentence.
  if (path.at(-1) === 'url' || path.at(-1) === 'src') return [];
  const marks = Array.from(text.matchAll(PATTERN), ({ index }) => index);
  return [...marks, ...bracketsIn(text)].sort((one, other) => one - other);
}

/** 报销额 = (总费用 − 起付线) × 70%: brackets of a formula. */
function isFactor(text: string, open: number, close: number): boolean {
  const [before, after] = [text.slice(Math.max(0, open - 2), open), text.slice(close + 1, close + 3)];
  return /[=＝×÷+＋−]\s?$/.test(before) || /^\s?[=＝×÷]/.test(after);
}

/** The positions of brackets around Chinese; nested brackets are skipped. */
function bracketsIn(text: string): number[] {
  const places: number[] = [];
  let open = -1;
  let hasHan = false;
  // One pass: a pattern that looks back for the opening bracket takes quadratic time.
  for (const { 0: found, index } of text.matchAll(new RegExp(`[()]|${HAN}`, 'gu'))) {
    // After ] it is the address of an invalid link, which mdx/mistyped-mark reports.
    if (found === '(') [open, hasHan] = [text[index - 1] === ']' ? -1 : index, false];
    else if (found !== ')') hasHan = true;
    else {
      if (open >= 0 && hasHan && !isFactor(text, open, index)) places.push(open, index);
      open = -1;
    }
  }
  return places;
}
