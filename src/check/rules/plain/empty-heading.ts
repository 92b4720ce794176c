/** Empty headings: a screen reader reads "heading" and nothing after it. */
import type { Rule } from '../../rule.ts';

export const rule: Rule = {
  name: 'plain/empty-heading',
  severity: 'error',
  finds: '只有 ## 没有字的小标题。',
  why: '听屏幕朗读的人只听到“标题”两个字；页上多出一块空白。',
  write: '写上小标题，或者删掉这一行。',
  bad: ['▶##\n\n照着做。'],
  good: ['## 怎么办\n\n照着做。'],
  checkFile: (source, report) => {
    if (source.document === undefined) return;
    const body = source.source
      .slice(source.bodyOffset)
      .replace(/^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1/gm, (code) => code.replace(/[^\n]/g, ' '));
    for (const { index } of body.matchAll(/^ {0,3}#{1,6}[ \t]*#*[ \t]*$/gm)) {
      const message = '这个小标题没有字，听屏幕朗读的人只听到“标题”。请写上小标题，或者删掉这一行。';
      report(source, source.bodyOffset + index, message);
    }
  },
};
