/** Words of official documents that people do not say, with plain ones; `official-words.ts` has the table. */
import { adviceFor, findReported } from '../../official-words.ts';
import type { Rule } from '../../rule.ts';
import { forEachProse } from '../../texts.ts';

export const rule: Rule = {
  name: 'plain/official-word',
  severity: 'warning',
  finds:
    '公文里才有的话：予以、缴纳、携带、相关部门、符合、认定、核对、按规定、当地标准。引号和书名号里的不算。',
  why: '乡亲们平时不这么说，听了不知道要做什么。',
  write: '换成平时说的话，提示里有。县里自己的“官话”写进 glossary，网页会自动解释。',
  bad: [
    '请▶携带▶相关材料▶前往乡镇政府▶缴纳。',
    { fields: 'summary: 对▶符合条件的▶予以补助。' },
    { collection: 'policies', fields: 'eligibility: [家里的财产没有▶超过规定的数]' },
    '收入低于▶当地低保标准，经▶核对才能领。',
    '登记以后，▶认定为就业困难的人。',
  ],
  good: [
    '请带上身份证和户口本，去乡镇政府交。',
    '《特困人员认定办法》里说，“符合条件的”才能领。',
    '打当地的12345问。把账核对一遍。不符合事实的话别信。',
  ],
  checkFile: forEachProse(({ text }, report) => {
    for (const word of findReported(text)) {
      report(word.index, `「${word.word}」是公文里的话，听了不知道要做什么。请${adviceFor(word)}。`);
    }
  }),
};
