/** Sentences with many clauses: each comma adds one thing for the reader to remember. */
import type { Rule } from '../../rule.ts';
import { sentencesIn } from '../../sentences.ts';
import { forEachProse } from '../../texts.ts';

const MAX_CLAUSES = 6;

export const rule: Rule = {
  name: 'plain/many-clauses',
  severity: 'warning',
  finds: `一句话里逗号太多，断成了${MAX_CLAUSES + 1}截以上。`,
  why: '一句话里要记的事太多，记不住。',
  write: '断成几句；几样东西并列的，一样一条。',
  bad: ['▶先去村里，问明白，写申请，带上证，去乡里，交材料，等通知，再领钱。'],
  good: ['先去村里问明白，写好申请。再带上证，去乡里交材料。'],
  checkFile: forEachProse(({ text }, report) => {
    for (const { index, clauses } of sentencesIn(text)) {
      if (clauses > MAX_CLAUSES) {
        report(index, `这句话断成了 ${clauses} 截，要记的事太多。请断成几句，或者一样一条列出来。`);
      }
    }
  }),
};
