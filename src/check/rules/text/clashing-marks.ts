/** Two different marks in the place of one: what stood between them is lost, 满80岁的，。从当月起. */
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/clashing-marks',
  severity: 'warning',
  finds: '两个标点打架：，。、，、、。、。',
  why: '多半是删改时丢了半句话；不知道一句话到哪里完，朗读也会停错。',
  write: '对照原文：丢了话就补上，没有丢就只留一个标点。',
  bad: ['先问▶，。再去。', '满80岁的▶，。从当月起，可以领津贴▶，、不用再跑。'],
  good: ['先问，再去。', '真的吗？！', '先去问。。', '他说：“行。”，就走了。'],
  checkFile: forEachMatch(/[，、；：。][，。、；：！？]+/gu, ([found]) => {
    const [first] = found;
    if ([...found].every((mark) => mark === first)) return undefined;
    const right = [...found].find((mark) => /[。！？]/.test(mark)) ?? first;
    return `「${found}」两个标点打架，像是中间丢了话。请对照原文补上；没有丢，就写成「${right}」。`;
  }),
};
