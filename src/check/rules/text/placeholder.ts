/** Instructions of a starting file to the editor, left unchanged. */
import { TO_WRITE } from '../../../schema/starting-file.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/placeholder',
  severity: 'error',
  stopsBuild: true,
  finds: '新建文件时留的空：【待写】……。',
  why: '读的人看到的是给编辑的话，该说的事却没有说。',
  write: '把【待写】和后面的提示换成要说的话；用不着的整段删掉。',
  bad: ['▶【待写】用一两段大白话说清楚。'],
  good: ['这里还要再写一段。', '表上写着“待写”。'],
  checkFile: forEachMatch(new RegExp(TO_WRITE, 'gu'), () => {
    return '这里还没有写，读的人会看到给编辑的提示。请换成要说的话；用不着就整段删掉。';
  }),
};
