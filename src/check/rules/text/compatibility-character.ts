/** Radicals and compatibility forms instead of characters: they look the same and have other code points. */
import { COMPATIBILITY_CHARACTERS, fromCompatibility } from '../../../markup/index.ts';
import { FULL_WIDTH } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachMatch } from '../../texts.ts';

export const rule: Rule = {
  name: 'text/compatibility-character',
  severity: 'error',
  stopsBuild: true,
  finds: '长得一样、其实是部首或兼容字的字：⼈⼾、⾦、﹐。',
  why: '看着没事，可是搜不到，朗读会跳过去。多半是从 PDF 里复制来的。',
  write: '重新打这几个字，提示里有改好的字。',
  bad: [
    '带上▶⼾口本，▶⼈到就行。',
    { fields: 'title: 养老▶⾦怎么领' },
    '▶⻋费自己出▶﹐可以报销。',
    '下载 O▶ﬃce 文件。',
  ],
  good: ['带上户口本，人到就行。', '面积100㎡，重5㎏，①先去。'],
  checkFile: forEachMatch(COMPATIBILITY_CHARACTERS, ([found]) => {
    const right = fromCompatibility(found);
    // A dozen characters in the compatibility block are ordinary characters.
    if (right === found) return undefined;
    const wide = right.replace(/[,;:!?.()]/g, (mark) => FULL_WIDTH[mark] ?? mark);
    return `「${found}」长得像「${wide}」，其实是另一个字符，搜不到，朗读会跳过去。请重新打成「${wide}」。`;
  }),
};
