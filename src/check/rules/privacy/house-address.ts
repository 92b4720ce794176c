/** Addresses down to the door at which somebody lives. An office says where it is, and may. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { overGuesses } from '../../texts.ts';

const NUMBER = '[\\d一二三四五六七八九十]{1,4}';
const FLAT = `${NUMBER}(?:号楼|栋|幢|座|号院)${NUMBER}?(?:单元)?${NUMBER}(?:室|户|号|房)|${NUMBER}单元${NUMBER}(?:室|户|号|房)`;
const DOOR = `(?:村|组|社区|小区|巷|胡同)(?:第?${NUMBER}组)?${NUMBER}号(?!楼|院|线|文|令|公|通|：)`;
const PATTERN = new RegExp(`${FLAT}|${DOOR}`, 'gu');
/** An office in the same sentence: it is the office's door. */
const OFFICE =
  /政府|大厅|中心|办公|窗口|银行|医院|卫生|学校|公司|[局所站院社厂]|委员会|村委|居委|合作社|法院|律师|热线/;

export const rule: Rule = {
  name: 'privacy/house-address',
  severity: 'warning',
  guesses: true,
  finds: '写到门牌、单元、房号的住址（单位的地址不算）。',
  why: '坏人能找上门，尤其是独居的老人。',
  write: '只写到村或者社区。',
  bad: ['她住在幸福小区▶3号楼2单元401室。', '老王家在南沟底▶村12号。'],
  good: ['她住在南沟底村。', '去县民政局，3号楼2单元401室。', '看2号公告，坐3号线。'],
  checkFile: overGuesses(({ text, path }, found, { collection }) => {
    if (collection === 'contacts' || path[0] === 'basis') return;
    for (const { 0: address, index } of text.matchAll(PATTERN)) {
      const start = Math.max(...Array.from('。！？；\n', (mark) => text.lastIndexOf(mark, index))) + 1;
      const sentence = text.slice(start).match(/^[^。！？；\n]*/)?.[0] ?? '';
      if (OFFICE.test(sentence.replace(new RegExp(`${HAN}{0,2}小区`, 'gu'), ''))) continue;
      const words = `「${address}」写到了住户的门牌，坏人能找上门。`;
      found(index, `${words}请只写到村或者社区；是单位的地址，就写明是哪个单位。`, address);
    }
  }),
};
