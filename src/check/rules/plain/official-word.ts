/**
 * Words of documents that nobody says, with what people say instead. The county's own terms are not among them: those
 * stand in the glossary, and pages explain them where they stand.
 */
import type { Rule } from '../../rule.ts';
import { overProse } from '../../texts.ts';

/** The words and what to write; a ? stands where only the editor can know. */
const PLAIN: Readonly<Record<string, string>> = {
  予以: '给',
  给予: '给',
  申领: '申请领',
  领取人: '领钱的人',
  缴纳: '交',
  携带: '带上',
  前往: '去',
  届时: '到时候',
  逾期: '过了日子',
  特此通知: '（删掉）',
  望周知: '（删掉）',
  切实: '（删掉）',
  进一步: '（删掉）',
  扎实推进: '（写做了什么）',
  贯彻落实: '（写做了什么）',
  统筹推进: '（写做了什么）',
  加大力度: '（写多了多少）',
  符合条件的: '（写明是什么条件）',
  相关部门: '（写明是哪个单位）',
  有关部门: '（写明是哪个单位）',
  相关材料: '（写明是哪几样）',
  有关规定: '（写明是什么规定）',
  相关规定: '（写明是什么规定）',
  主体责任: '（写明谁管什么）',
  长效机制: '（写以后怎么办）',
  应享尽享: '够条件的都能领',
  应保尽保: '够条件的都管',
};
const WORD = new RegExp(Object.keys(PLAIN).join('|'), 'gu');

export const rule: Rule = {
  name: 'plain/official-word',
  severity: 'warning',
  finds: '公文里才有的话：予以、缴纳、携带、相关部门、切实、贯彻落实。',
  why: '乡亲们平时不这么说，听了不知道要做什么。',
  write: '换成平时说的话，提示里有。县里自己的“官话”写进 glossary，网页会自动解释。',
  bad: ['请▶携带▶相关材料▶前往乡镇政府▶缴纳。', { fields: 'summary: 对▶符合条件的▶予以补助。' }],
  good: ['请带上身份证和户口本，去乡镇政府交。'],
  checkFile: overProse(({ text }, found) => {
    for (const { 0: word, index } of text.matchAll(WORD)) {
      const plain = PLAIN[word] ?? '';
      const advice = plain.startsWith('（') ? plain.slice(1, -1) : `换成「${plain}」`;
      found(index, `「${word}」是公文里的话，听了不知道要做什么。请${advice}。`);
    }
  }),
};
