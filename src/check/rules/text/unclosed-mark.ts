/** A bracket or a book title that does not end within its paragraph, or a quotation that begins with its end mark: 户口本（原件、身份证；”一老一小”. A guess. */
import type { Rule } from '../../rule.ts';
import { forEachProse, matchesIn } from '../../texts.ts';

const MARK = /[（(［【《）)］】》]/g;
const CLOSING: Readonly<Record<string, string>> = {
  '（': '）)',
  '(': '）)',
  '［': '］',
  '【': '】',
  '《': '》',
};
/** A lesson about marks names one within quotation marks. */
const QUOTED = /^[“‘「"'][（［【《][”’」"']/;
const QUOTE_LENGTH = 8;

export const rule: Rule = {
  name: 'text/unclosed-mark',
  severity: 'warning',
  finds: '只有前一半的括号和书名号：户口本（原件和复印件、身份证。',
  why: '读的人不知道括号里的话到哪里为止，意思会弄错。',
  write: '对照原文，补上后一半。',
  bad: [
    '带户口本▶（原件和复印件、身份证。',
    '第一件是▶”一老一小”照护。',
    '▶《耕地地力保护补贴办法规定，撂荒地不补。',
  ],
  good: [
    '带户口本（原件和复印件）、身份证。',
    '《耕地地力保护补贴办法》规定，撂荒地不补。',
    '一）带户口本；二）带身份证。',
    '书名号是“《”和“》”。',
    '（甲（乙）丙）《办法〈试行〉》，“一老一小”照护，屏幕21.5”，他说：“‘好’就行。”',
  ],
  checkFile: forEachProse(({ text, part }, report) => {
    const turned = turnedQuote(text);
    if (turned !== undefined) {
      const around = text.slice(turned, turned + QUOTE_LENGTH);
      report(turned, `「${around}」的引号用成了后一半，读的人不知道话从哪里开始。请改成「“」。`);
    }
    if (part === 'field') return;
    const open: { mark: string; index: number }[] = [];
    for (const { 0: mark, index } of matchesIn(text, MARK)) {
      if (QUOTED.test(text.slice(Math.max(0, index - 1), index + 2))) continue;
      if (CLOSING[mark] !== undefined) {
        open.push({ mark, index });
        continue;
      }
      const last = open.at(-1);
      if (last !== undefined && CLOSING[last.mark]?.includes(mark)) open.pop();
    }
    const first = open.find(({ mark }) => /[（［【《]/.test(mark));
    if (first === undefined) return;
    const around = text.slice(first.index, first.index + QUOTE_LENGTH);
    report(
      first.index,
      `「${around}」的「${first.mark}」没有后一半，读的人不知道到哪里为止。请对照原文补上「${CLOSING[first.mark]?.[0]}」。`,
    );
  }),
};

/** The index of a closing quotation mark that opens a quotation: no mark is open, and another one closes it. */
function turnedQuote(text: string): number | undefined {
  if (!text.includes('”')) return undefined;
  let isOpen = false;
  let turned: number | undefined;
  for (const { 0: mark, index } of text.matchAll(/[“”]/g)) {
    if (mark === '“') {
      isOpen = true;
      continue;
    }
    if (!isOpen && turned !== undefined && index - turned <= MAX_TURNED_LENGTH) return turned;
    // 21.5”: inches.
    if (!isOpen && !/\d/.test(text.charAt(index - 1))) turned = index;
    isOpen = false;
  }
  return undefined;
}

const MAX_TURNED_LENGTH = 40;
