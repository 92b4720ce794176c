/** Answers that only refer the reader to another place: 同上, 见上, 上面说过了. */
import type { Rule } from '../../rule.ts';
import { forEachText } from '../../texts.ts';

/** A whole answer, cell or field. */
const WHOLE =
  /^(?:答[：:]?\s*)?(?:答案|办法|做法|材料|流程|内容|要求|条件|时间|地点|电话)?也?(?:请?(?:参?见|详见|参照|参考|看|同)(?:上(?:面|文|述|一[条问个页])?|前(?:面|文|述)?|第[一二三四五六七八九十\d]{1,3}[条步问点])(?:的?(?:回答|说明|内容|一[条样]))?|如(?:上|前)(?:所述)?|[和跟与]?(?:上面|前面|上述|前述|上一[条问个]|第[一二三四五六七八九十\d]{1,3}[条步问])(?:的)?(?:一样|相同)|(?:上面|前面|刚才)(?:已经)?(?:说|讲|写)过了?|不再(?:重复|多说|赘述)|〃|″|"")[。.！!，,；;]*$/u;
/** In a longer text; the name of a school or a village may contain 同上. */
const WITHIN = /(?<=^|[。！？；，：\s（])同上(?=[。，；、）\s]|$)/gu;

export const rule: Rule = {
  name: 'plain/answer-above',
  severity: 'warning',
  finds: '只写“同上”“见上”“上面说过了”的回答、格子和字段。',
  why: '听喇叭、听手机读的人没有“上”可看；看的人也要往回翻。',
  write: '把要说的话再写一遍，短一点就行。',
  bad: [
    '<Question ask="去哪里办？">\n\n▶同上。\n\n</Question>',
    '<Question ask="要带什么？">\n\n▶和上面一样。\n\n</Question>',
    '| 办什么 | 去哪里 |\n| --- | --- |\n| 低保 | 乡镇政府 |\n| 救助 | ▶同上 |',
    { collection: 'policies', fields: 'documents: [户口本, ▶见第一步]' },
    '先打电话。要带的材料，▶同上。',
  ],
  good: [
    '<Question ask="去哪里办？">\n\n也去乡镇政府。\n\n</Question>',
    '两个孩子同上一所学校。上面说的几样，都要带上。请看[怎么申请](/li-zi/)。',
  ],
  checkFile: forEachText(({ text, part, path }, report) => {
    if (part === 'field' && (path[0] === 'confirmed' || path[0] === 'keywords')) return;
    if (part === 'heading') return;
    const tell = (index: number, words: string) =>
      report(index, `「${words}」要读的人回头去找，听的人没有地方找。请把要说的话再写一遍，短一点就行。`);
    if (WHOLE.test(text.trim())) tell(text.length - text.trimStart().length, text.trim());
    else for (const { 0: words, index } of text.matchAll(WITHIN)) tell(index, words);
  }),
};
