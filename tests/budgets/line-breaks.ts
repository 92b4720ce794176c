/** Finds where browsers break the lines of titles, headings, cards, key points and buttons, and whether a break splits a word. */
import { createRequire } from 'node:module';
import type { Jieba } from '@node-rs/jieba';

const require = createRequire(import.meta.url);
const { Jieba: Words } = require('@node-rs/jieba') as { Jieba: typeof Jieba };
const { dict } = require('@node-rs/jieba/dict.js') as { dict: Uint8Array };
// The whole dictionary; the site's own breaks are made with a quarter of it.
const dictionary = Words.withDict(dict);

export const BREAKABLE_ELEMENTS =
  'h1, h2, h3, h4, h5, h6, summary, p.text-lead, .card-title, .balance, .button, .phrases, .sheet-title';

/** A text as its lines are rendered, and how many of its characters fit on one line. */
export interface BrokenText {
  lines: string[];
  fitting: number;
}

/** Runs in the page, in Chromium 80 as well: the texts of more than one line. */
export const readLines = `(() => {
  const found = [];
  for (const part of document.querySelectorAll(${JSON.stringify(BREAKABLE_ELEMENTS)})) {
    // Text written by a script has no line-break opportunities: scripts have no dictionary.
    if (part.getClientRects().length === 0 || part.closest('.pocket')) continue;
    const walker = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
    const lines = [''];
    let before;
    while (walker.nextNode()) {
      const text = walker.currentNode;
      let block = text.parentElement;
      while (getComputedStyle(block).display === 'inline') block = block.parentElement;
      for (let at = 0; at < text.data.length; at += 1) {
        const range = document.createRange();
        range.setStart(text, at);
        range.setEnd(text, at + 1);
        const box = range.getClientRects()[0];
        if (box === undefined || box.width === 0) continue;
        // The step from one box to the next is not the end of a line.
        if (before && before.block === block && box.top > before.bottom - 2) lines.push('');
        else if (before && before.block !== block) lines.push('', '');
        lines[lines.length - 1] += text.data[at];
        before = { block, bottom: box.bottom };
      }
    }
    const style = getComputedStyle(part);
    const room = part.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
    found.push({ lines, fitting: Math.floor(room / parseFloat(style.fontSize)) });
  }
  return found;
})()`;

/** The lines that end within a word that fits on one line, or that begin with a punctuation mark, each with the next: `补|贴`. */
export function badBreaks({ lines, fitting }: BrokenText): string[] {
  return lines.slice(1).flatMap((next, index) => {
    const line = lines[index] ?? '';
    if (line === '' || next === '') return [];
    const isBad = /^[，。！？、：；）》”]/.test(next) || isWithinWord(line, next, fitting);
    return isBad ? [`${line.slice(-8)}|${next.slice(0, 8)} (${fitting})`] : [];
  });
}

function isWithinWord(line: string, next: string, fitting: number): boolean {
  const at = line.length;
  // A number with its unit, a telephone number or an address counts as a word if it fits on a line.
  const run = (/[\w.:/@-]+$/.exec(line)?.[0] ?? '') + (/^[\w.:/@-]+/.exec(next)?.[0] ?? '');
  if (/\w$/.test(line) && /^(?:\w|[年月日号元万亿岁天个%])/.test(next)) return run.length <= fitting;
  return [true, false].every((guesses) => {
    let end = 0;
    return dictionary.cut(line + next, guesses).some((word) => {
      const start = end;
      end += word.length;
      return start < at && at < end && word.length <= fitting;
    });
  });
}
