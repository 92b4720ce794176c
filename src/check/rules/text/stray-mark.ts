/** A mark instead of a lost character: 每周※开门. It may be a note mark, so this is a guess. */
import { HAN } from '../../characters.ts';
import type { Rule } from '../../rule.ts';
import { forEachProse, matchesIn } from '../../texts.ts';

const STRAY = new RegExp(
  `(?<=${HAN})[※＊*＃#△▲◇◆◎●☆★¤]+(?=${HAN})|(?<=${HAN})＿(?=[${HAN}，。；、！？]|$)|(?<=[，。；、])＿(?=${HAN})`,
  'gu',
);
/** ·※⊙ˇ~^`: what recognition makes of a seal and of specks; at least four different marks that nobody writes in a row. */
const SPECKS = /[·※⊙ˇ^`¨′″´~.,'*|_\\¤§°¬¦]{5,60}(?:\s|$|(?=\p{Script=Han}))/gu;
const ODD_SPECK = /[※⊙ˇ^`¨′″´¤§¬¦]/gu;
const MIN_DIFFERENT = 4;

/** Names with intentionally masked characters: 王*明, 张＊＊的. */
const HIDDEN_NAME = /[个按输打]$|(?:^|[^\p{Script=Han}])\p{Script=Han}{1,2}$/u;

export const rule: Rule = {
  name: 'text/stray-mark',
  severity: 'warning',
  finds: '夹在两个字中间的符号，像是丢了字：每周※开门。',
  why: '少了字，意思就变了，读的人会弄错。',
  write: '对照原文，把丢掉的字补上。真是注的记号，下面写一行以这个记号开头的话，就不再提醒。',
  bad: ['卫生室每周▶※开门。', '每人补▶＊百元。', '补偿款一次付▶＿。', '县医保局 ▶·※⊙ˇ~^`·,. 十一月'],
  good: [
    '卫生室每周一开门。',
    '※ 每周一开门。',
    '笑一个(^_^)~ 路线：甲···乙，3′20″。',
    '低保※和特困都能领。\n\n※以县里公布的为准。',
    '王*明领到了。',
    '姓名：＿＿＿＿，电话：＿＿＿＿。',
  ],
  checkFile: (source, report, beyond) => {
    const notes = noteMarks(source.source.slice(source.bodyOffset));
    forEachProse(({ text }, report) => {
      for (const { 0: found, index } of matchesIn(text, SPECKS)) {
        if (new Set(found.trim()).size < MIN_DIFFERENT || (found.match(ODD_SPECK)?.length ?? 0) < 2) continue;
        report(
          index,
          `「${found.trim()}」像是扫描件上的印章和污点认成的符号，读的人看不懂。请删掉；压住了字的，对照原文补上。`,
        );
      }
      for (const { 0: mark, index } of text.matchAll(STRAY)) {
        if (notes.has(mark[0] ?? '') || HIDDEN_NAME.test(text.slice(Math.max(0, index - 3), index))) continue;
        const around = text.slice(Math.max(0, index - 2), index + mark.length + 2);
        report(index, `「${around}」这里的「${mark}」像是丢了一个字，意思会变。请对照原文补上。`);
      }
    })(source, report, beyond);
  },
};

/** The marks at the beginning of lines of a body: notes to which such a mark in a text refers. */
function noteMarks(body: string): ReadonlySet<string> {
  return new Set(Array.from(body.matchAll(/^[\s>*-]{0,9}([※＊*＃#△▲◇◆◎●☆★¤])/gmu), ([, mark = '']) => mark));
}
