/** Straight quotation marks around Chinese: they do not distinguish the beginning and the end of a quotation. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/straight-quotes',
  severity: 'warning',
  finds: '中文用了直引号 "…"。',
  why: '分不清从哪里引到哪里，有的手机上几乎看不见。',
  write: '写成“…”。',
  bad: ['墙上写着▶"特困"两个字。'],
  good: ['墙上写着“特困”两个字。', '型号是"A4"的纸。'],
  checkFile: forEachMatch(new RegExp(`["＂]([^"＂\\n]*${HAN}[^"＂\\n]*)["＂]`, 'gu'), ([found, inner]) => {
    return `${found} 用的是直引号，分不清头和尾。请写成“${inner}”。`;
  }),
};
